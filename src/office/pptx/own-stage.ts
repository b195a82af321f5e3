import { bytesOf, type Media } from '../media.ts'
import { type Part, Relations } from '../package.ts'
import type { OfficeWords } from '../words.ts'
import type { Design } from './design.ts'
import {
  everyLayout,
  type HeadingRoom,
  type LayoutName,
  layoutFor,
  type SlideLayout,
  usualRoom,
} from './layouts.ts'
import { layoutXml, masterId, masterXml } from './master.ts'
import { notesMasterXml } from './notes.ts'
import type { Stage } from './stage.ts'
import { themeXml } from './theme.ts'
import { types } from './vocabulary.ts'

const master = 'ppt/slideMasters/slideMaster1.xml'

/** A master of the deck's own theme, with a layout for each form that its slides have and may have. */
export class OwnStage implements Stage {
  readonly design: Design
  readonly masters = [{ path: master, id: masterId }]
  readonly notesMaster = 'ppt/notesMasters/notesMaster1.xml'
  readonly theme = 'ppt/theme/theme1.xml'
  readonly #words: OfficeWords
  readonly #media: Media
  readonly #logo: string | undefined
  /** By what tells one from another. */
  readonly #layouts = new Map<string, SlideLayout>()

  /** @param logo a picture as a `data:` address */
  constructor(design: Design, words: OfficeWords, media: Media, logo: string | undefined) {
    this.design = design
    this.#words = words
    this.#media = media
    this.#logo = logo
    for (const name of everyLayout) this.layout(name, usualRoom(name, design))
  }

  layout(name: LayoutName, room: HeadingRoom): SlideLayout {
    const key = `${name} ${room}`
    const layout = this.#layouts.get(key) ?? layoutFor(this.design, name, room)
    this.#layouts.set(key, layout)
    return layout
  }

  pathOf(layout: SlideLayout): string {
    return `ppt/slideLayouts/slideLayout${[...this.#layouts.values()].indexOf(layout) + 1}.xml`
  }

  remarks(): readonly [] {
    return []
  }

  parts(): readonly Part[] {
    const layouts = [...this.#layouts.values()]
    const relations = new Relations()
    const ids = layouts.map((layout) => relations.add('slideLayout', this.pathOf(layout)))
    relations.add('theme', this.theme)
    const bytes = this.#logo ? bytesOf(this.#logo) : null
    const picture = bytes && this.#media.add(bytes)
    const logo = picture ? relations.add('image', picture) : null
    const theme = themeXml(this.design)
    return [
      {
        path: master,
        type: types.master,
        content: masterXml(this.design, ids, logo, this.#words),
        relations: relations.list,
      },
      ...layouts.map((layout) => ({
        path: this.pathOf(layout),
        type: types.layout,
        content: layoutXml(this.design, layout, this.#words),
        relations: [{ id: 'rId1', type: 'slideMaster', target: master }],
      })),
      { path: this.theme, type: types.theme, content: theme },
      ...notesMasterParts(this.design, this.#words, this.notesMaster, 'ppt/theme/theme2.xml'),
    ]
  }
}

/** The master of the notes, with a theme of its own, as each master has one. */
export const notesMasterParts = (
  design: Design,
  words: OfficeWords,
  path: string,
  theme: string,
): readonly Part[] => [
  {
    path,
    type: types.notesMaster,
    content: notesMasterXml(design, words),
    relations: [{ id: 'rId1', type: 'theme', target: theme }],
  },
  { path: theme, type: types.theme, content: themeXml(design) },
]
