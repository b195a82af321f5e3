import { type Entry, namesIn, type Store, stampOf } from '../../src/deck/store.ts'

/** A store, and a hand that changes its files behind its back. */
export interface Trial {
  readonly store: Store
  /** @param text null takes the file away */
  readonly hand: (path: string, text: string | null) => Promise<void>
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (file: { readonly bytes: Uint8Array } | null): string | null =>
  file && new TextDecoder().decode(file.bytes)

function same(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (one !== other) throw new Error(`${one} instead of ${other}`)
}

async function fails(work: () => Promise<unknown>): Promise<void> {
  const failed = await work().then(
    () => false,
    () => true,
  )
  if (!failed) throw new Error('nothing was refused')
}

async function until(holds: () => boolean, meanwhile = async (): Promise<void> => {}): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) {
    await meanwhile()
    await new Promise((done) => setTimeout(done, 50))
  }
  if (!holds()) throw new Error('it never came')
}

/** What every store does, wherever it runs: in the same words for a folder on disk and one of the browser. */
export const contract: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  'gives back what was written, and its stamp': async ({ store }) => {
    const { written, there } = await store.write('保密/01.md', bytes('# 一'), null)
    same([written, textOf(there), there?.stamp], [true, '# 一', stampOf(bytes('# 一'))])
    same(textOf(await store.read('保密/01.md')), '# 一')
    same(await store.read('保密/02.md'), null)
    same(await store.read('nowhere/01.md'), null)
  },
  'lists folders and files': async ({ store }) => {
    const texts = { 'b.md': 'two', 'a/图/x.svg': '<svg/>', 'a/01.md': 'one' }
    for (const [path, text] of Object.entries(texts)) await store.write(path, bytes(text), null)
    const file = (name: string, text: string): Entry => ({
      kind: 'file',
      name,
      size: text.length,
      stamp: stampOf(bytes(text)),
    })
    same(await store.list(), [{ kind: 'folder', name: 'a' }, file('b.md', 'two')])
    same(await store.list('a'), [file('01.md', 'one'), { kind: 'folder', name: '图' }])
    same(await store.list('a/图'), [file('x.svg', '<svg/>')])
    same(await store.list('nowhere'), [])
  },
  'writes nothing over what another hand wrote': async ({ store, hand }) => {
    const first = await store.write('a.md', bytes('one'), null)
    await hand('a.md', 'theirs')
    const second = await store.write('a.md', bytes('two'), first.there?.stamp ?? null)
    same([second.written, textOf(second.there)], [false, 'theirs'])
    same(textOf(await store.read('a.md')), 'theirs')
    const third = await store.write('a.md', bytes('two'), second.there?.stamp ?? null)
    same([third.written, textOf(await store.read('a.md'))], [true, 'two'])
  },
  'makes no file where another hand made one, and brings none back': async ({ store, hand }) => {
    await hand('a.md', 'theirs')
    const made = await store.write('a.md', bytes('mine'), null)
    same([made.written, textOf(made.there)], [false, 'theirs'])
    await hand('a.md', null)
    const kept = await store.write('a.md', bytes('mine'), stampOf(bytes('theirs')))
    same([kept.written, kept.there, await store.read('a.md'), await store.list()], [false, null, null, []])
  },
  'makes no folder that some system takes for another, nor two files that it takes for one': async ({
    store,
  }) => {
    same(await store.create('law', new Map([['01.md', bytes('one')]])), true)
    await fails(() => store.create('LAW', new Map([['01.md', bytes('two')]])))
    const clashing = [
      ['a.md', 'A.md'],
      ['图/a.svg', '图/A.svg'],
      ['a', 'A/b.md'],
    ]
    for (const names of clashing)
      await fails(() => store.create('new', new Map(names.map((name) => [name, bytes(name)]))))
    same(
      (await store.list()).map(({ name }) => name),
      ['law'],
    )
    same(textOf(await store.read('law/01.md')), 'one')
  },
  'takes away what is still what was read': async ({ store, hand }) => {
    await store.write('a.md', bytes('one'), null)
    await hand('a.md', 'theirs')
    same((await store.write('a.md', null, stampOf(bytes('one')))).written, false)
    same(textOf(await store.read('a.md')), 'theirs')
    same(await store.write('a.md', null, stampOf(bytes('theirs'))), { written: true, there: null })
    same(await store.list(), [])
  },
  'lets one of several win that write at once': async ({ store }) => {
    const texts = Array.from({ length: 8 }, (_, i) => `${i}`)
    const all = await Promise.all(texts.map((text) => store.write('a.md', bytes(text), null)))
    const won = texts.filter((_, i) => all[i]?.written)
    same(won.length, 1)
    same(textOf(await store.read('a.md')), won[0])
  },
  'makes a folder whole, where there is none': async ({ store, hand }) => {
    const files = (text: string): Map<string, Uint8Array> =>
      new Map([
        ['图/x.svg', bytes('<svg/>')],
        ['01.md', bytes(text)],
      ])
    same(await store.create('甲', files('one')), true)
    same(textOf(await store.read('甲/图/x.svg')), '<svg/>')
    same(await store.create('甲', files('two')), false)
    same(textOf(await store.read('甲/01.md')), 'one')
    await hand('乙/01.md', 'theirs')
    same(await store.create('乙', files('mine')), false)
    same(
      (await store.list('乙')).map(({ name }) => name),
      ['01.md'],
    )
  },
  'tells a change of the same length at once': async ({ store, hand }) => {
    await store.write('a.md', bytes('one'), null)
    await store.list()
    await hand('a.md', 'two')
    const [entry] = await store.list()
    same(entry?.kind === 'file' && entry.stamp, stampOf(bytes('two')))
  },
  'leads nowhere else': async ({ store }) => {
    for (const path of ['../a.md', 'a/../../b.md', '/a.md', './a.md', 'a//b.md', 'a/', 'a\\b.md', 'a\0.md']) {
      await fails(() => store.read(path))
      await fails(() => store.write(path, bytes('x'), null))
      await fails(async () => namesIn(path))
    }
    await fails(() => store.list('..'))
    same(await store.list(), [])
  },
  'tells of what is written and taken away, until it is no longer listened to': async ({ store, hand }) => {
    const told = new Set<string>()
    await store.write('甲/01.md', bytes('one'), null)
    const stop = store.watch((path) => told.add(path))
    try {
      // Some have to look once before they can tell what is new.
      let times = 0
      await until(
        () => told.has('甲/01.md'),
        () => hand('甲/01.md', `two ${times++}`),
      )
      told.clear()
      await hand('甲/01.md', null)
      await until(() => told.has('甲/01.md'))
      await hand('乙/02.md', 'new')
      await until(() => told.has('乙/02.md'))
      told.clear()
      await store.write('乙/03.md', bytes('own'), null)
      await until(() => told.has('乙/03.md'))
    } finally {
      stop()
    }
    told.clear()
    await hand('乙/02.md', 'three')
    await new Promise((done) => setTimeout(done, 100))
    same([...told], [])
  },
}
