import type { Deck, DeckFile } from '../../deck/deck.ts'
import { parseDeck } from '../../deck/parse.ts'
import { shapeOf } from '../../deck/slide-size.ts'
import { themeFileName } from '../../deck/theme-file.ts'
import { readTextFile } from '../../document/encoding.ts'
import { charactersOf, type Texts, textsOf } from '../../page/fonts/characters.ts'
import { facesFor } from '../../page/fonts/faces.ts'
import { emojiCharacters } from '../../page/fonts/fonts.ts'
import { bySlice } from '../../page/fonts/slices.ts'
import { type RenderCache, renderDeck } from '../../page/render-deck.ts'
import { officeName, officeStyle } from '../../theme/style.ts'
import type { FontSlice, PictureContext, Work } from '../messages.ts'
import { deckAssets } from './deck-assets.ts'

/** What slides show besides their words. */
const shown = new Map<string, Uint8Array>()

export async function beside({ changed }: Work['beside']['asked']): Promise<null> {
  for (const [name, bytes] of changed) {
    if (bytes) shown.set(name, bytes)
    else shown.delete(name)
  }
  return null
}

/** The path of a slide that is rendered on its own: it tells whose the picture is. */
const pathOf = (key: string): string => `slide/${key}`

async function parse(
  { slug, opening, lang }: PictureContext,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Deck> {
  const theme = shown.get(themeFileName)
  const beside: Deck['beside'] = (path) => {
    const bytes = shown.get(path)
    return bytes ? { bytes } : { lack: 'missing' }
  }
  const deck = await parseDeck({
    slug,
    folder: slug,
    siblings: [slug],
    beside,
    // The first says how the deck looks.
    files: [{ path: `${slug}/settings`, text: opening }, ...files],
    isDerived: false,
    theme: theme
      ? { file: themeFileName, text: readTextFile({ name: themeFileName, bytes: theme }).text, beside }
      : null,
  })
  return { ...deck, settings: { ...deck.settings, lang: deck.settings.lang ?? lang } }
}

/** Slides as they look on the wall, each rendered on its own: a deck of a thousand shows its first ones at once. */
export async function pictures({
  context,
  slides,
}: Work['pictures']['asked']): Promise<Work['pictures']['answer']> {
  const { fonts } = await deckAssets()
  const agenda = context.agenda.map((text, i) => ({ path: `agenda/${i}`, text }))
  const deck = await parse(context, [
    ...agenda,
    ...slides.map(({ key, text }) => ({ path: pathOf(key), text: text === '' ? '\n' : text })),
  ])
  const cache: RenderCache = new Map()
  const files = deck.files.filter(({ path }) => !path.endsWith('/settings')).map(oneSlide)
  const rendered = await renderDeck({ ...deck, files }, { fonts, withNotes: false, cache })
  const pages = new Map<string, string[]>()
  for (const { html, place } of rendered.stacks.flat()) {
    const those = pages.get(place.file)
    if (those) those.push(html)
    else pages.set(place.file, [html])
  }
  const found = slides.map(({ key }) => ({ key, pages: pages.get(pathOf(key)) ?? [] }))
  const { theme, ratio = '16:9' } = deck.settings
  return {
    pictures: found,
    fonts: await slicesFor(
      found.flatMap((picture) => picture.pages),
      rendered.lang,
    ),
    settings: {
      title: rendered.title,
      lang: rendered.lang,
      theme: rendered.office ? officeName : (theme ?? 'zhu'),
      ratio,
      shape: shapeOf(ratio),
      settings: rendered.settings,
      office: rendered.office && {
        style: officeStyle(rendered.office),
        cover: String(rendered.office.cover),
        divider: String(rendered.office.divider),
      },
    },
  }
}

/** A slide that a person is writing may have separators in it: its picture is that of all of them. */
const oneSlide = (file: DeckFile): DeckFile => ({ ...file, stacks: [file.stacks.flat()] })

async function slicesFor(pages: readonly string[], language: string): Promise<FontSlice[]> {
  const { fonts } = await deckAssets()
  const characters = charactersOf(pages.map((html): Texts => textsOf(html)))
  const faces = facesFor(language)
  return (['sans', 'strong', 'serif', 'mono', 'emoji'] as const).flatMap((name) => {
    const face = faces[name]
    const wanted = name === 'emoji' ? emojiCharacters(fonts, language, characters) : characters[name]
    return [...bySlice(fonts, face, wanted).keys()].map((slice) => ({
      family: face.family,
      weight: face.weight,
      file: `${slice.package}/${slice.file}`,
      range: slice.range,
    }))
  })
}

/** Makes a first picture, with all that every other needs: the widths of letters, the parser. */
export async function ready({ lang }: Work['ready']['asked']): Promise<null> {
  const context = { slug: '', opening: '', lang, agenda: [] }
  await pictures({ context, slides: [{ key: '', text: '# 甲 A\n\n- **1** 乙 b，《丙》\n' }] })
  return null
}
