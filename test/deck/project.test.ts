import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { toBase64 } from '../../src/base64.ts'
import { projectElement, projectIn, projectName } from '../../src/deck/project.ts'

it('takes out of a page what decks are made of, and nothing that a program would run or obey', () => {
  const good = [
    '01.md',
    '图/红 1.svg',
    '.derived.json',
    'reveal-md.json',
    'review.yaml',
    'theme.yaml',
    'source.txt',
  ]
  const bad = [
    '../a.md',
    '/a.md',
    'a/../../b.md',
    '.git/hooks/post-checkout',
    'vite.config.ts',
    'package.json',
    'a/.envrc',
    'con.md',
    'a/NUL',
    'a.md ',
    'a\u202edm.md',
    'C:\\a.md',
    'run.bat',
  ]
  const files = new Map([...good, ...bad].map((name) => [name, new TextEncoder().encode(name)]))
  expect([...(projectIn(projectElement(files, 'a'))?.keys() ?? [])].sort()).toEqual([...good].sort())
})

it('says what the deck is called, and only such a name is believed', () => {
  const files = new Map([['00.md', new TextEncoder().encode('# a')]])
  expect(projectName(projectElement(files, '保密-2024'))).toBe('保密-2024')
  for (const name of ['', '..', 'a/b', 'con', '"><script>', 'a'.repeat(300)]) {
    const element = projectElement(files, name)
    expect([projectName(element), projectIn(element)?.size]).toEqual([null, 1])
    expect(projectName(element.replace('>', ` data-deck="${name}">`))).toBe(null)
  }
})

it('takes nothing out of a page with two decks in it, or with more files than a deck has', () => {
  const page = projectElement(new Map([['01.md', new Uint8Array(9)]]), 'a')
  expect(projectIn(`<p>${page.slice(0, page.indexOf('>') + 1)}…</p>${page}`)?.size).toBe(1)
  expect(() => projectIn(page + page)).toThrow(/more than one deck/)
  const many = Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`${i}.md`, new Uint8Array()]))
  const archive = toBase64(zipSync(many))
  expect(() => projectIn(page.replace(/>[^<]*</, `>${archive}<`))).toThrow(/more or larger files/)
})
