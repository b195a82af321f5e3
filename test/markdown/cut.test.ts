import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSlides, type Direction } from '../../src/markdown/cut.ts'
import { readNotesMark, readSeparator, usual } from '../../src/markdown/separators.ts'

/** The slides of each column, their notes behind a bar, blank lines left out. */
function cut(text: string, direction: Direction = 'across', separators = usual): string[][] {
  const plain = (words: string): string =>
    words
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('/')
  return cutSlides(text, 1, direction, separators).stacks.map((slides) =>
    slides.map(({ body, notes }) => plain(body.text) + (notes ? ` | ${plain(notes.text.trim())}` : '')),
  )
}

describe('a separator cuts, whatever stands above it', () => {
  it.each([
    ['an element', '<div>one</div>'],
    ['a picture in HTML', '<img src="a.png">'],
    ['a line break', 'one<br>'],
    ['a table', '| a |\n|---|\n| 1 |'],
    ['a list', '- a\n  - b'],
    ['a quotation', '> a'],
    ['words', 'one'],
    ['a comment', '<!-- one -->'],
    ['indented code', '    one'],
    ['a definition', '[a]: b'],
    ['an open element', '<div class="a">\n\n- a'],
  ])('%s', (_what, above) => {
    expect(cut(`${above}\n---\n# Two\n`)).toHaveLength(2)
    expect(cut(`${above}\nNote: private\n\n---\n# Two\n`).flat()[0]).toMatch(/ \| private$/)
  })
})

describe('no separator is', () => {
  it.each([
    ['in code', '```\n---\nNote: a\n```'],
    ['in code of a list', '- a\n\n  ```yaml\n---\n  ```'],
    ['in a comment', '<!--\n---\nNote: a\n-->'],
    ['in an element of code', '<pre>\n---\n</pre>'],
    ['a rule of other marks', 'a\n\n***\n\n- - -\n\n_____'],
    ['in a list', '- a\n\n  ---'],
    ['an underline', 'a\n--\nb\n==='],
  ])('%s', (_what, text) => {
    expect(cut(text)).toHaveLength(1)
    expect(cut(text).flat()[0]).not.toContain(' | ')
  })
})

it('ends a fence that nobody closed where the next slide begins', () => {
  expect(cut('```js\na\n\n---\n\n# b')).toHaveLength(2)
  expect(cut('```js\na\n\n---\n\n```py\nb\n```\n\n---\n\nc')).toHaveLength(3)
  expect(cut('> ```\n> a\n\n---\n\n```\nb\n```')).toHaveLength(2)
  expect(cut('<pre>\na\n\n---\n\n<pre>b\n</pre>')).toHaveLength(2)
})

it('has columns as reveal.js has them', () => {
  expect(cut('a\n\n---\n\nb\n\n---\n\nc')).toEqual([['a'], ['b'], ['c']])
  expect(cut('a\n\n----\n\nb\n\n---\n\nc')).toEqual([['a', 'b'], ['c']])
  expect(cut('a\n\n--\n\nb\n\n---\n\nc')).toEqual([['a', 'b'], ['c']])
})

it('has a section in one column, unless it sets columns apart itself', () => {
  expect(cut('a\n\n---\n\nb', 'down')).toEqual([['a', 'b']])
  expect(cut('a\n\n----\n\nb\n\n---\n\nc', 'down')).toEqual([['a', 'b'], ['c']])
})

it('begins with the first slide, also below a separator', () => {
  expect(cut('\n---\n\na\n\n---\n\nb')).toEqual([['a'], ['b']])
  expect(cut('a\n\n---\n\n---\n\nb')).toEqual([['a'], [''], ['b']])
})

describe('separators of others', () => {
  const separators = (across: string, down: string, notes = '^Notes?:') => ({
    across: readSeparator(across) ?? usual.across,
    down: readSeparator(down) ?? usual.down,
    notes: readNotesMark(notes) ?? usual.notes,
  })
  it.each([
    ['<!--s-->', '<!--v-->', 'a\n\n<!--s-->\n\nb\n\n<!--v-->\n\nc'],
    ['^\\r?\\n---\\r?\\n$', '^\\r?\\n--\\r?\\n$', 'a\n\n---\n\nb\n\n--\n\nc'],
    ['\\n===\\n', '\\n\\*\\*\\*\\n', 'a\n\n===\n\nb\n\n***\n\nc'],
    ['^(\\r\\n?|\\n)---(\\r\\n?|\\n)$', '^\\s*--v--\\s*$', 'a\n\n---\n\nb\n\n--v--\n\nc'],
    ['^[\\r\\n?|\\n]---[\\r\\n?|\\n]$', '^[\\r\\n?|\\n]--[\\r\\n?|\\n]$', 'a\n\n---\n\nb\n\n--\n\nc'],
    ['^\\n\\n\\n', '^\\n\\n', 'a\n\n\n\nb\n\n\nc'],
    ['\n---\n', '\n-----\n', 'a\n\n---\n\nb\n\n-----\n\nc'],
    ['<!--\\s*s\\s*-->', '<!--\\s*v\\s*-->', 'a\n\n<!-- s -->\n\nb\n\n<!--v -->\n\nc'],
    ['\r?\n\r?\n---\r?\n\r?\n', '\r?\n---v\r?\n', 'a\n\n---\n\nb\n---v\nc'],
    ['\n\n---\n---\n\n', '\n\n---\n\n', 'a\n\n---\n---\n\nb\n\n---\n\nc'],
    ['^-{5,}$', '^\\+{3}$', 'a\n\n-------\n\nb\n\n+++\n\nc'],
  ])('%j and %j', (across, down, text) => {
    expect(cut(text, 'across', separators(across, down))).toEqual([['a'], ['b', 'c']])
  })

  it('begin notes', () => {
    for (const mark of ['^Speaker:', 'speaker:', '\\n\\s*speaker:'])
      expect(cut('a\n\nSpeaker: b', 'across', separators('---', '----', mark))).toEqual([['a | b']])
  })

  it.each(['(a+)+$', 'a|b', '.*.*.*x', '(?<=a)b', ''])('are not read where they are more: %j', (pattern) => {
    expect(readSeparator(pattern)).toBeNull()
  })
})

it('loses no line, whatever the text is', () => {
  const line = fc.constantFrom(
    'a',
    '',
    '---',
    '----',
    '--',
    'Note: n',
    '```',
    '~~~ js',
    '<!--',
    '-->',
    '<pre>',
    '> x',
  )
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom<Direction>('across', 'down'),
      (lines, way) => {
        const slides = cutSlides(lines.join('\n'), 1, way).stacks.flat()
        const kept = slides.flatMap(({ body, notes }) => [
          ...body.text.split('\n'),
          ...(notes?.text.split('\n') ?? []),
        ])
        const words = (all: readonly string[]): number => all.filter((one) => /^(?:a|> x)$/.test(one)).length
        expect(words(kept)).toBe(words(lines))
        for (const { body } of slides)
          if (body.text)
            expect(
              lines
                .slice(body.line - 1)
                .join('\n')
                .startsWith(body.text),
            ).toBe(true)
      },
    ),
  )
})

it('takes as long as a text is long', () => {
  for (const text of [
    '~~~ a\n---\n',
    '```\n',
    '`````````` `\n',
    '<!--\n',
    '<pre>\n',
    '> ```\n',
    '- '.repeat(50),
  ]) {
    const start = performance.now()
    cutSlides(text.repeat(Math.ceil(1_000_000 / text.length)), 1)
    expect(performance.now() - start).toBeLessThan(5000)
  }
})
