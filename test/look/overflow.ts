import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

/** What is wrong with a slide as the browser lays it out, one line a slide and kind. */
export async function overflows(page: Page, theme: string): Promise<{ slides: number; wrong: string[] }> {
  return page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme
    const wrong: string[] = []
    /** How far down what is in an element reaches: its lines, not the glyphs that reach out of lines set tight. */
    const lowest = (element: Element): number => {
      const found = [...element.querySelectorAll('*')]
        .filter((one) => getComputedStyle(one).display !== 'inline')
        .map((one) => one.getBoundingClientRect().bottom)
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        range.selectNodeContents(text)
        const line = Number.parseFloat(getComputedStyle(text.parentElement ?? element).lineHeight)
        for (const { bottom, height } of range.getClientRects())
          found.push(bottom - Math.max(0, height - (line || height)) / 2)
      }
      return Math.max(...found)
    }
    const slides = [...document.querySelectorAll<HTMLElement>('.slides > section > section')]
    slides.forEach((slide, i) => {
      const box = slide.getBoundingClientRect()
      const found = new Map<string, string>()
      const tell = (kind: string, element: Element): void => {
        if (!found.has(kind))
          found.set(kind, `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 16)}`)
      }
      const cover = slide.matches('.title, .divider')
      // The foot of a slide belongs to its furniture.
      const foot = box.bottom - (cover ? 60 : 56)
      for (const element of slide.querySelectorAll<HTMLElement>('*')) {
        if (element.closest('aside.notes, .section-name, .katex, wbr') || element.tagName === 'WBR') continue
        const { left, right, top, bottom, width } = element.getBoundingClientRect()
        if (!width) continue
        if (left < box.left - 1 || right > box.right + 1) tell('wide', element)
        if (top < box.top - 1 || bottom > foot + 1) tell(`high by ${Math.round(bottom - foot)}`, element)
        const style = getComputedStyle(element)
        if (style.display !== 'inline' && element.clientWidth) {
          if (element.scrollWidth > element.clientWidth + 1) tell('scrolls', element)
          if (element.scrollHeight > element.clientHeight + 1 && lowest(element) > bottom + 1)
            tell('cut', element)
        }
        const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        if (says && Number.parseFloat(style.fontSize) < 24 && !element.closest('sup, sub'))
          tell(`small ${style.fontSize}`, element)
      }
      if (slide.scrollHeight > slide.clientHeight + 1) tell('overflows', slide)
      for (const [kind, what] of found)
        wrong.push(
          `${theme} ${i + 1} .${slide.className.replace(/ ?(?:past|present|future)/g, '')} ${kind}: ${what}`,
        )
    })
    return { slides: slides.length, wrong }
  }, theme)
}

/** Opens a page with all of its slides laid out at once, each in its own box. */
export async function layOut(page: Page, file: string): Promise<void> {
  // A thousand slides on a busy machine.
  await page.goto(pathToFileURL(file).href, { timeout: 180_000 })
  await page.locator('.reveal.ready').waitFor({ timeout: 180_000 })
  await page.addStyleTag({
    content: `.reveal .slides, .reveal .slides > section, .reveal .slides > section > section {
      display: block !important; position: relative !important; inset: auto !important; transform: none !important;
      visibility: visible !important; opacity: 1 !important; zoom: 1 !important; transition: none !important;
    }
    .reveal .slides > section { height: auto !important }
    .reveal .fragment { opacity: 1 !important; visibility: visible !important }`,
  })
  await page.evaluate(() => document.fonts.ready)
}
