import { expect, it } from 'vitest'
import { projectElement, projectIn } from '../../src/deck/project.ts'

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
  expect([...(projectIn(projectElement(files))?.keys() ?? [])].sort()).toEqual([...good].sort())
})
