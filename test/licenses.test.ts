import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('names, with their licences, what is bundled for Node, into the page, and copied into it', () => {
  const list = readFileSync('build/cli/licenses.md', 'utf8')
  const names = [...list.matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)].map(([, name]) => name)
  for (const name of ['markdown-it', 'reveal.js', 'mermaid', 'dompurify', 'katex', 'harfbuzzjs'])
    expect(names).toContain(name)
  expect(names).toContain('@fontsource-variable/noto-sans-sc')
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ license: 'MIT' })
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License/)
})
