import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Store } from '../../src/deck/store.ts'
import { FolderLink, readFolder } from '../../src/desk/model/folder-link.ts'
import { encodeText } from '../../src/document/encode.ts'
import {
  addOwnPoint,
  type DeckState,
  deleteSlides,
  filesOf,
  mergeFolder,
  moveSlides,
  openState,
  slidesOf,
} from '../../src/edit/index.ts'
import { type MemoryStore, memoryStore } from '../../src/store/memory.ts'
import { written } from '../edit/deck.ts'

const marks = { slide: '<!-- 那里 -->', settings: '# 那里：' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const texts = (files: Iterable<readonly [string, Uint8Array]>): Record<string, string> =>
  Object.fromEntries([...files].map(([name, one]) => [name, new TextDecoder().decode(one)]).sort())

/** A deck at the desk and its folder. */
class Desk {
  state: DeckState
  readonly link: FolderLink

  constructor(store: Store, known: Awaited<ReturnType<typeof readFolder>>) {
    this.state = openState(new Map([...known].flatMap(([name, { bytes }]) => (bytes ? [[name, bytes]] : []))))
    const takeOver = (
      before: ReadonlyMap<string, Uint8Array>,
      theirs: ReadonlyMap<string, Uint8Array | null>,
    ): void => {
      this.state = mergeFolder(this.state, before, theirs, marks).state
    }
    this.link = new FolderLink(store, { state: () => this.state, takeOver }, known)
  }
}

const given = (): MemoryStore =>
  memoryStore([
    ['00.md', bytes(written)],
    ['01.md', bytes('# 一\r\n\r\n---\r\n\r\n# 二\r\n')],
    ['source.txt', bytes('原文')],
    ['source.docx', bytes('PK')],
  ])

async function put(store: Store, name: string, text: string | null): Promise<void> {
  await store.write(name, text === null ? null : bytes(text), (await store.read(name))?.stamp ?? null)
}

it('writes only the file that was changed, and of it only what was changed', async () => {
  const store = given()
  const desk = new Desk(store, await readFolder(store))
  const written: string[] = []
  store.watch((path) => written.push(path))
  await desk.link.bringTogether()
  expect(written).toEqual([])
  const before = texts(store.files)
  const [slide] = desk.state.files[1]?.slides ?? []
  desk.state = addOwnPoint(desk.state, slide?.id ?? 0, '自己的话')
  await desk.link.bringTogether()
  expect(written).toEqual(['01.md'])
  expect(texts(store.files)).toEqual({
    ...before,
    '01.md': '# 一\r\n\r\n- 自己的话\r\n\r\n---\r\n\r\n# 二\r\n',
  })
})

it('writes of a changed slide its own lines, every other byte as it was, whatever is done in an editor meanwhile', async () => {
  const slide = fc.constantFrom(
    '# 甲  ',
    '### 乙\t\n<!-- 注 -->   \n*  一\n*  二\n\n\n\nNote:\n原文。  ',
    '- 丙\n  - 丁\n\n\n1)  戊',
    '| 己 | 庚 |\n|--|--|\n| 1 | 2 |',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(slide, fc.constantFrom('---', '\n---  \n', '\n\n---\n\n\n')), {
        minLength: 3,
        maxLength: 6,
      }),
      fc.constantFrom('utf-8', 'utf-16le', 'gb18030'),
      fc.constantFrom('\n', '\r\n', 'mixed'),
      fc.boolean(),
      fc.nat(5),
      fc.constantFrom('change', 'delete', 'add', 'move'),
      fc.nat(5),
      fc.nat(5),
      async (given, encoding, end, mark, at, what, from, to) => {
        const encoded = (text: string): Uint8Array =>
          encodeText(text, { encoding, mark: mark || encoding === 'utf-16le', lineEnd: '\n' })
        const slides = given.map(([text, separator], i) => `${text}第${i}页\n${separator}\n\n`)
        const fileOf = (slides: readonly string[]): string => {
          const plain = `---\ntitle: 标题   # 注\n---\n\n\n${slides.join('')}\n结尾`
          let line = 0
          return plain.replace(/\n/g, () => (end === 'mixed' ? (line++ % 3 === 0 ? '\n' : '\r\n') : end))
        }
        const text = fileOf(slides)
        const store = memoryStore([['00.md', encoded(text)]])
        const desk = new Desk(store, await readFolder(store))
        const [ours, one, other] = [at, from, to].map((n) => n % slides.length) as [number, number, number]
        const found = slidesOf(desk.state).find((one) => one.text.includes(`第${ours}页`))
        desk.state = addOwnPoint(desk.state, found?.id ?? 0, '自己的话')
        const now = slidesOf(desk.state).find(({ id }) => id === found?.id)?.text ?? ''
        // Meanwhile somebody is at work on the slides in an editor: on any but ours, or moves one, ours too.
        const theirs = [...slides]
        if (what === 'move') theirs.splice(other, 0, ...theirs.splice(one, 1))
        else if (what === 'add') theirs.splice(one, 0, '# 新的一页\n\n---\n\n')
        else if (one !== ours && what === 'delete') theirs.splice(one, 1)
        else if (one !== ours) theirs[one] = theirs[one]?.replace('页', '页，他的话') ?? ''
        const edited = end === 'mixed' && what !== 'change' ? text : fileOf(theirs)
        await store.write('00.md', encoded(edited), (await store.read('00.md'))?.stamp ?? null)
        await desk.link.bringTogether()
        expect(store.files.get('00.md')).toEqual(encoded(edited.replace(found?.text ?? '', () => now)))
        expect(slidesOf(desk.state).find(({ id }) => id === found?.id)?.text).toBe(now)
      },
    ),
    { numRuns: 120 },
  )
})

it('leaves a file that can’t be read alone until it is mended, and goes on with the others', async () => {
  const store = given()
  const desk = new Desk(store, await readFolder(store))
  await put(store, '00.md', '# 坏\u0000\n')
  const all = slidesOf(desk.state)
  desk.state = addOwnPoint(desk.state, all.at(-1)?.id ?? 0, '自己的话')
  await expect(desk.link.bringTogether()).rejects.toThrow()
  expect(texts(store.files)['00.md']).toContain('# 坏')
  expect(texts(store.files)['01.md']).toContain('自己的话')
  await put(store, '00.md', written.replace('办公室', '那里'))
  await desk.link.bringTogether()
  expect(texts(filesOf(desk.state))['00.md']).toContain('那里')
})

it('never writes over a folder that is gone', async () => {
  const store = given()
  const desk = new Desk(store, await readFolder(store))
  for (const name of [...store.files.keys()]) await put(store, name, null)
  desk.state = addOwnPoint(desk.state, slidesOf(desk.state)[0]?.id ?? 0, '自己的话')
  await expect(desk.link.bringTogether()).rejects.toThrow(/folder of the deck is gone/)
  expect(store.files.size).toBe(0)
})

it('loses no word of two hands, whatever they do and whenever', async () => {
  const act = fc.record({
    hand: fc.constantFrom('ours', 'theirs', 'both at once', 'together'),
    what: fc.constantFrom('add', 'delete', 'move', 'file', 'gone'),
    at: fc.nat(20),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const store = given()
      const desk = new Desk(store, await readFolder(store))
      const said = new Set<string>()
      let count = 0
      const ours = (what: string, at: number): void => {
        const all = slidesOf(desk.state)
        const { id } = all[at % all.length] ?? { id: 0 }
        const words = `我${++count}句`
        if (what === 'delete' && all.length > 1) {
          for (const word of [...said]) if (all[at % all.length]?.text.includes(word)) said.delete(word)
          desk.state = deleteSlides(desk.state, [id])
        } else if (what === 'move')
          desk.state = moveSlides(desk.state, [id], all[(at * 7) % all.length]?.id ?? null)
        else {
          said.add(words)
          desk.state = addOwnPoint(desk.state, id, words)
        }
      }
      const theirs = async (what: string, at: number): Promise<void> => {
        const names = [...store.files.keys()].filter((name) => name.endsWith('.md'))
        const name = names[at % names.length] ?? '00.md'
        const text = texts(store.files)[name] ?? ''
        const words = `他${++count}句`
        if (what === 'gone' && names.length > 1) {
          for (const word of [...said]) if (text.includes(word)) said.delete(word)
          await put(store, name, null)
        } else if (what === 'move') {
          const slides = text.split('\n\n---\n\n')
          slides.splice((at * 7) % slides.length, 0, ...slides.splice(at % slides.length, 1))
          await put(store, name, slides.join('\n\n---\n\n'))
        } else {
          said.add(words)
          if (what === 'file')
            await put(
              store,
              `0${at % 9}.md`,
              `${texts(store.files)[`0${at % 9}.md`] ?? ''}\n\n---\n\n# ${words}\n`,
            )
          else
            await put(
              store,
              name,
              text
                .replace(/^(- .*|# .*)$/m, `$1\n- ${words}`)
                .concat(text.match(/^(?:- |# )/m) ? '' : `\n${words}\n`),
            )
        }
      }
      for (const { hand, what, at } of acts) {
        if (hand === 'together') await desk.link.bringTogether()
        else if (hand === 'ours') ours(what, at)
        else if (hand === 'theirs') await theirs(what, at)
        else
          await Promise.all([desk.link.bringTogether(), theirs('add', at), (async () => ours('add', at))()])
      }
      await desk.link.bringTogether()
      await desk.link.bringTogether()
      const all = texts(store.files)
      for (const [name, text] of Object.entries(texts(filesOf(desk.state)))) expect(all[name]).toBe(text)
      for (const words of said) expect(Object.values(all).join(''), words).toContain(words)
      expect(all['source.docx']).toBe('PK')
    }),
    { numRuns: 60 },
  )
})
