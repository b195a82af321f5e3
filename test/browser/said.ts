import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { attribute, classes, isElement, isText, type Node, textOf } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import type { RenderedDeck } from '../../src/page/render-deck.ts'
import { wordsFor } from '../../src/words.ts'

/** What a deck says on one slide. */
export interface Said {
  readonly text: string
  readonly pictures: number
  readonly notes: string
}

/** How reveal.js's Markdown plugin is to cut a text, by its own names. */
export interface Cutting {
  readonly separator: string
  readonly verticalSeparator: string | null
  readonly notesSeparator: string | null
}

const plugin = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'))
const script = (name: string): string => readFileSync(join(plugin, name), 'utf8')

/** Makes a page ready to show text after text as reveal.js and its Markdown plugin do. */
export async function readyReveal(page: Page): Promise<void> {
  await page.route(/^(?!about:|data:)/, (route) => route.abort())
  await page.setContent('<body></body>')
  await page.addScriptTag({ content: script('reveal.js') })
  await page.addScriptTag({ content: script('plugin/markdown.js') })
}

/** What reveal.js itself shows of a text, slide by slide. */
export async function saidByReveal(page: Page, markdown: string, cutting?: Cutting): Promise<Said[]> {
  return page.evaluate(
    async ({ markdown, cutting }) => {
      document.body.innerHTML =
        '<div class="reveal"><div class="slides"><section data-markdown></section></div></div>'
      const template = document.createElement('script')
      template.setAttribute('type', 'text/template')
      template.textContent = markdown
      document.querySelector('section')?.append(template)
      const { Reveal, RevealMarkdown } = window as unknown as {
        Reveal: {
          new (
            element: Element | null,
            options: object,
          ): { initialize: () => Promise<void>; destroy: () => void }
        }
        RevealMarkdown: unknown
      }
      const deck = new Reveal(document.querySelector('.reveal'), {
        plugins: [RevealMarkdown],
        ...(cutting ? { markdown: cutting } : {}),
      })
      await deck.initialize()
      const block = /^(?:P|LI|TD|TH|H\d|BR|DIV|PRE|TR|CAPTION|SUMMARY|CODE|IMG|DT|DD)$/
      const slides = [
        ...document.querySelectorAll<HTMLElement>(
          '.slides > section:not(.stack), .slides > section.stack > section',
        ),
      ].map((slide) => {
        for (const unseen of slide.querySelectorAll('style,script,video,audio,iframe,svg,canvas'))
          unseen.remove()
        const notes = [...slide.querySelectorAll('aside.notes')]
        const said = notes.map((one) => one.textContent ?? '').join('\n')
        for (const one of notes) one.remove()
        const pictures = slide.querySelectorAll('img').length
        for (const one of slide.querySelectorAll('*')) if (block.test(one.tagName)) one.after('\n')
        return { text: slide.textContent ?? '', pictures, notes: said }
      })
      deck.destroy()
      return slides
    },
    { markdown, cutting },
  )
}

const block = /^(?:p|li|t[dhr]|h\d|br|div|pre|caption|summary|code|img|d[dt])$/

/** What a page of ours shows, slide by slide as they were written: those that one was split into are one. */
export function saidByUs(deck: RenderedDeck): Said[] {
  const { names } = wordsFor(deck.lang).gaps
  const bySlide = new Map<string, { text: string; pictures: number; notes: string }>()
  for (const { key, html } of deck.stacks.flat()) {
    const source = key.replace(/-.*/, '')
    const isFirst = !bySlide.has(source)
    const said = bySlide.get(source) ?? { text: '', pictures: 0, notes: '' }
    bySlide.set(source, said)
    const visit = (node: Node, inNotes: boolean): void => {
      if (isText(node)) said[inNotes ? 'notes' : 'text'] += node.value
      if (!isElement(node)) return
      const aside = inNotes || (node.tagName === 'aside' && classes(node).includes('notes'))
      // A picture that can't be had is named in its place.
      const isGap = classes(node).includes('gap') && textOf(node).slice(1).startsWith(names.picture)
      if (node.tagName === 'img' || isGap) said.pictures++
      for (const child of node.childNodes) visit(child, aside)
      if (block.test(node.tagName)) said[aside ? 'notes' : 'text'] += '\n'
    }
    // Parsed within a <div>, where a section is what it is.
    for (const node of parseBody(html)) if (isFirst || !isNotes(node)) visit(node, false)
  }
  return [...bySlide.values()]
}

const isNotes = (node: Node): boolean => isElement(node) && attribute(node, 'class') === 'notes'
