import { luminance } from '../../theme/colour.ts'
import { signs } from '../../words.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { wordsIn } from '../content/print.ts'
import { element, type Xml } from '../xml.ts'
import { Canvas } from './canvas.ts'
import { drawContent } from './content.ts'
import { type Design, slots } from './design.ts'
import type { Role } from './furniture.ts'
import { drawHeading } from './heading.ts'
import type { Holder } from './holder.ts'
import { besideBar, isCover, type SlideLayout } from './layouts.ts'
import { slideNumber } from './master.ts'
import { bar, held } from './shapes.ts'
import type { SlideContext } from './slide-context.ts'
import { runXml } from './text.ts'
import { timingXml } from './timing.ts'
import { namespaces, shapeTree } from './vocabulary.ts'

/** A slide as it stands in its file, and the words on it, which are not those at its foot. */
export function slideXml(
  slide: PageSlide,
  layout: SlideLayout,
  context: SlideContext,
): { readonly xml: Xml; readonly words: string } {
  const canvas = new Canvas(context.text, context.words, layout.template !== undefined)
  drawHeading(slide, layout, canvas, context)
  drawContent(slide, layout, canvas, context)
  if (slide.sections && !layout.template) drawSections(slide.sections, layout, canvas, context)
  const words = canvas.shapes.map(({ xml }) => wordsIn(xml, 'a:t')).join('')
  drawFurniture(layout, canvas, context)
  const ground = backgroundXml(slide, context)
  const xml = element(
    'p:sld',
    namespaces,
    element('p:cSld', ground, shapeTree(canvas.shapes)),
    element('p:clrMapOvr', colourMapFor(slide, context.design)),
    timingXml(canvas.entrances),
  )
  return { xml, words }
}

/** Where in the deck a section begins: a strip for all, this one and those before it marked. */
function drawSections(
  { of, at }: NonNullable<PageSlide['sections']>,
  { title }: SlideLayout,
  canvas: Canvas,
  { design: { width, height } }: SlideContext,
): void {
  const [x, gap] = [title.box.x - besideBar, 8]
  const wide = (width - 2 * x - gap * (of - 1)) / Math.max(1, of)
  for (let i = 0; i < of; i++) {
    const box = { x: x + i * (wide + gap), y: height - 131, width: wide, height: 6 }
    const faint = i < at ? [] : [element('a:alpha', { val: 30_000 })]
    canvas.add(bar(canvas.nextId(), 'section', box, slots.coverGold, ...faint))
  }
}

function drawFurniture(layout: SlideLayout, canvas: Canvas, { furniture, number, text }: SlideContext): void {
  const words = canvas.words.furniture
  const put = (role: Role, holder: Pick<Holder, 'type' | 'index'>, inside: Xml): void =>
    canvas.add(
      held(
        { id: canvas.nextId(), name: words[role], holder },
        element('p:txBody', element('a:bodyPr'), element('a:lstStyle'), inside),
      ),
    )
  const said = (one: string): Xml => element('a:p', runXml({ text: one }, text))
  const counted = slideNumber(String(number), text.language)
  const { template } = layout
  if (template) {
    // A template has the places that it has, under numbers of its own.
    const { unit, date, marking, title } = furniture
    const foot = unit || date || marking ? [unit, marking].filter(Boolean).join(signs.gap) : title
    for (const holder of template.foot) {
      if (holder.type === 'sldNum') put('number', holder, counted)
      else if (holder.type === 'dt' ? date : foot)
        put(holder.type === 'dt' ? 'date' : 'unit', holder, said(holder.type === 'dt' ? date : foot))
    }
    return
  }
  for (const { role, holder } of layout.furniture) {
    if (role === 'number') put(role, holder, counted)
    // A cover says the deck's title itself.
    else if (furniture[role] && !(role === 'title' && isCover(layout.name)))
      put(role, holder, said(furniture[role]))
  }
}

function backgroundXml({ background }: PageSlide, context: SlideContext): Xml | null {
  if (!background) return null
  const embed = background.picture ? context.picture(background.picture) : null
  const inside = embed
    ? element(
        'a:blipFill',
        { rotWithShape: true },
        element('a:blip', { 'r:embed': embed }),
        element('a:stretch/a:fillRect'),
      )
    : background.colour
      ? element('a:solidFill/a:srgbClr', { val: background.colour.slice(1).toUpperCase() })
      : null
  return inside ? element('p:bg/p:bgPr', inside, element('a:effectLst')) : null
}

/** On a ground of the other kind paper and ink change places, so that words are read. */
function colourMapFor({ background }: PageSlide, { palette: { scheme } }: Design): Xml {
  const isDark = background?.colour ? luminance(background.colour) < 0.18 : scheme === 'dark'
  if (!background?.colour || isDark === (scheme === 'dark')) return element('a:masterClrMapping')
  const [paper, ink, surface, heading] = isDark ? ['dk1', 'lt1', 'dk1', 'lt1'] : ['lt1', 'dk1', 'lt1', 'dk1']
  return element('a:overrideClrMapping', {
    bg1: paper,
    tx1: ink,
    bg2: surface,
    tx2: heading,
    accent1: isDark ? 'accent6' : 'accent5',
    accent2: isDark ? 'accent6' : 'accent5',
    accent3: 'accent3',
    accent4: ink,
    accent5: 'accent5',
    accent6: 'accent6',
    hlink: ink,
    folHlink: ink,
  })
}
