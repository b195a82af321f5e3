import { attribute, classes, type Element } from '../../markdown/html-tree.ts'
import { frameOf } from '../../page/fit/fit.ts'
import { countLines, type Run as FitRun } from '../../page/fit/lines.ts'
import { type Frame, heightOf, inlineRuns, isMarginal } from '../../page/fit/measure.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { type Run, runsOf, wordsOf } from '../content/runs.ts'
import { element } from '../xml.ts'
import type { Canvas } from './canvas.ts'
import {
  type HeadingRoom,
  headingSlack,
  isCover,
  type LayoutName,
  layoutNamed,
  type SlideLayout,
} from './layouts.ts'
import { held } from './shapes.ts'
import type { SlideContext } from './slide-context.ts'
import { runXml, textBody } from './text.ts'

const plainFrame = ({ measures }: SlideLayout, { design, rulers }: SlideContext): Frame =>
  frameOf(measures, { ratio: design.ratio, rulers }, 1)

/** How many lines a heading takes in its layout, in type of the layout's own size. */
function linesOf(heading: Element, name: LayoutName, context: SlideContext): number {
  const layout = context.layout(name, 1)
  const { size, line, below } = layout.measures.heading
  return Math.max(
    1,
    Math.round((heightOf([heading], plainFrame(layout, context), true) - below) / (size * line)),
  )
}

function roomOf(heading: Element | null, name: LayoutName, context: SlideContext): HeadingRoom {
  if (!heading) return isCover(name) ? 1 : 0
  if (isMarginal(heading)) return classes(heading).includes('whole') ? 'beside' : 'margin'
  return isCover(name) ? 1 : Math.min(mostLines, linesOf(heading, name, context))
}

/** No heading has a layout for more lines; of more it is set smaller. */
const mostLines = 4

/** The layout that a slide is to have. */
export function layoutOfSlide({ classes, heading }: PageSlide, context: SlideContext): SlideLayout {
  const name = layoutNamed(classes)
  return context.layout(name, roomOf(heading, name, context))
}

export function drawHeading(
  slide: PageSlide,
  layout: SlideLayout,
  canvas: Canvas,
  context: SlideContext,
): void {
  const { heading } = slide
  if (!heading) return
  const { room, template, title } = layout
  const own = title.levels[0]?.size ?? layout.measures.heading.size
  // Covers are set smaller by the page; a heading of more lines than any layout has room for, by how many there are.
  const scale = template
    ? titleScale(heading, layout, own, context)
    : isCover(layout.name)
      ? Math.min(1, slide.scale)
      : room === mostLines
        ? Math.min(1, Math.max(0.5, Math.sqrt(mostLines / linesOf(heading, layout.name, context))))
        : 1
  const again = attribute(heading, 'data-continued')
  const { isVertical = false } = title
  const runs =
    typeof room === 'number' && !template
      ? brokenRuns(heading, layout, own * scale, context)
      : runsOf(heading.childNodes)
  const words = element(
    'a:p',
    runs.map((run) => runXml(run, canvas.context)),
    again
      ? runXml({ text: room === 'beside' && !isVertical ? `\n${again}` : again }, canvas.context, {
          size: own * scale * 0.62,
          ...(isVertical ? {} : { slot: canvas.context.design.muted }),
        })
      : null,
  )
  const isPlaced = template?.placesTitle === true
  const levels = isPlaced
    ? [{ size: own * scale, slot: context.design.ink }]
    : scale < 1
      ? [{ size: own * scale }]
      : []
  const place = isPlaced ? { box: title.box } : {}
  canvas.add(
    held(
      { id: canvas.nextId(), name: canvas.words.title, holder: title, ...place },
      textBody([words], { levels }),
    ),
  )
}

/** How much smaller than a template has it a heading is set, so that it fits its box. */
function titleScale(heading: Element, layout: SlideLayout, size: number, context: SlideContext): number {
  const { width, height } = layout.title.box
  const frame = plainFrame(layout, context)
  const heightAt = (scale: number): number => {
    const own = { size: size * scale, line: 1.2, below: 0, inline: 0 }
    return heightOf([heading], { ...frame, width, layout: { ...layout.measures, heading: own } }, true)
  }
  let scale = 1
  while (scale > 0.5 && heightAt(scale) > height) scale *= 0.95
  return scale
}

/** A line may end behind these: between phrases, at spaces, behind punctuation. */
const ends = /[\u200b\s，。、；：！？）》」』】”’]/u

/**
 * The words of a heading with their lines ended where the page ends them, between phrases and about equally long: Office
 * ends lines of ideographs within words, and leaves one character alone on the last. How a template sets its headings apart
 * is not known: there Office ends them.
 */
function brokenRuns(heading: Element, layout: SlideLayout, size: number, context: SlideContext): Run[] {
  const runs = runsOf(heading.childNodes)
  const words = inlineRuns(heading.childNodes, { ...plainFrame(layout, context), size, face: 'serif' })
  const text = words.map((run) => run.text).join('')
  // What is drawn in another way than it is written ends its lines by itself, and so does what has line ends of its own.
  const isAlike = visible(text).join('') === visible(wordsOf(runs)).join('')
  if (!isAlike || runs.some((run) => run.text.includes('\n'))) return runs
  const breaks = lineEnds(words, text, layout.title.box.width - headingSlack)
  let at = 0
  return runs.map((run) => ({
    ...run,
    text: [...run.text]
      .map((character) => {
        if (/\s/u.test(character)) return character
        return breaks.has(at++) ? `\n${character}` : character
      })
      .join(''),
  }))
}

const visible = (text: string): string[] => [...text.replace(/[\s\u200b]+/gu, '')]

/** Before which characters new lines begin, white space not counted; of one line none. */
function lineEnds(words: readonly FitRun[], text: string, width: number): ReadonlySet<number> {
  const upTo = (end: number): FitRun[] => {
    let left = end
    return words.flatMap((run) => {
      const part = { ...run, text: run.text.slice(0, Math.max(0, left)) }
      left -= run.text.length
      return part.text ? [part] : []
    })
  }
  const count = countLines(words, width, true)
  const found = new Set<number>()
  if (count === 1) return found
  // The narrowest lines of which there are no more.
  let [narrow, wide] = [width / 2, width]
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2
    if (countLines(words, middle, true) > count) narrow = middle
    else wide = middle
  }
  let [line, before] = [1, 0]
  for (let end = 1; end <= text.length; end++) {
    if (end < text.length && !ends.test(text.charAt(end - 1))) continue
    const now = countLines(upTo(end), wide, true)
    if (now > line) found.add(visible(text.slice(0, before)).length)
    line = now
    before = end
  }
  return found
}
