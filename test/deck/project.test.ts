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
    'a/con.md',
    'a/NUL',
    'a/COM¹.md',
    'clock$.png',
    'a.md ',
    'a/\u202edm.md',
    'C:\\a.png',
    'run.bat',
    `${'a/'.repeat(40)}b.md`,
  ]
  const files = new Map([...good, ...bad].map((name) => [name, new TextEncoder().encode(name)]))
  expect([...(projectIn(projectElement(files, 'a'))?.keys() ?? [])].sort()).toEqual([...good].sort())
})

it('carries slides by names that every system can have, and takes out none by another', () => {
  const files = new Map(
    ['con.md', 'a:b.md', 'a_b.md', '"><b>.md', 'a\u202edm.md'].map((name) => [name, new Uint8Array(9)]),
  )
  const carried = [...(projectIn(projectElement(files, 'a'))?.keys() ?? [])].sort()
  expect(carried).toEqual(['___b_.md', '_a_b.md', '_con.md', 'a_b.md', 'a_dm.md'])
  const planted = toBase64(zipSync(Object.fromEntries(files)))
  const page = projectElement(files, 'a').replace(/>[^<]*</, `>${planted}<`)
  expect([...(projectIn(page)?.keys() ?? [])]).toEqual(['a_b.md'])
})

it('is none where it has no slides', () => {
  for (const names of [[], ['review.yaml'], ['a/01.md'], ['source.txt', 'README']])
    expect(projectIn(projectElement(new Map(names.map((name) => [name, new Uint8Array(9)])), 'a'))).toBe(null)
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
