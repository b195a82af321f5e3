import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

/** Where the links of a deck lead, and what is told of them. */
async function links(slug: string, files: Readonly<Record<string, string>>): Promise<[string[], string[]]> {
  mkdirSync(join(slides, slug), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(slides, slug, name), text)
  const { stacks, remarks } = await render(await loadDeck(slides, slug))
  const html = stacks.flat().map((slide) => slide.html)
  return [
    html.flatMap((one) => [...one.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href)),
    remarks.filter(({ message }) => /leads nowhere/.test(message)).map(({ message }) => message),
  ]
}

it('lead where their author meant, and are told where they lead nowhere', async () => {
  const many = Array.from({ length: 30 }, (_, i) => `- point number ${i} with a few more words`).join('\n')
  const deck = `# One\n\n[a](#/2) [b](#/2/1) [c](#the-end) [d](#/end) [e](#/7) [f](#nothing) [g](https://example.com)\n\n---\n\n## Long\n\n${many}\n\n---\n\n## Three\n\n${many}\n\n----\n\n<!-- .slide: id="end" -->\n\n## The End!\n`
  const [led, told] = await links('across', { '01.md': deck })
  expect(led[0]).toBe('#/2')
  // The slide above it became several.
  expect(led[1]).toMatch(/^#\/2\/[2-9]$/)
  expect(led[2]).toBe(led[1])
  expect(led.slice(3)).toEqual(['#/end', '#/7', '#nothing', 'https://example.com'])
  expect(told).toHaveLength(2)
})

it('lead to a section, to another deck, and are told where a file is not in the page', async () => {
  await links('other', { '01.md': '# Other\n' })
  const [led, told] = await links('sections', {
    '01.md': '# One\n\n[a](02.md) [b](../other/01.md) [c](../none/01.md) [d](paper.pdf) [e](./02.md#x)\n',
    '02.md': '# Two\n',
  })
  expect(led).toEqual(['#/1', '../other/index.html', '../none/01.md', 'paper.pdf', '#/1'])
  expect(told).toHaveLength(2)
})

it('are none where they stand in the words of an attribute', async () => {
  const [led, told] = await links('attributes', {
    '01.md': '# One\n\n<p title="<h1>Two</h1><a href=" lang="en">words</p>\n\n[a](#two) [b](#one)\n',
  })
  expect(led).toEqual(['#two', '#/0'])
  expect(told).toHaveLength(1)
})
