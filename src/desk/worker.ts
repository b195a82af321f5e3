import { type DeckFiles, documentIn, newDeckFiles, openDeck, projectFiles } from '../deck/deck-files.ts'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { draftOf } from '../deck/derive.ts'
import { deckMarkdown } from '../deck/markdown.ts'
import { sourceFiles } from '../deck/source-files.ts'
import { outline, readDocument } from '../document/index.ts'
import { asFault, Fault } from '../fault.ts'
import { keyPoints } from '../keypoints/index.ts'
import { buildPage } from '../page/build-page.ts'
import { carriedAssets } from './assets.ts'
import type { Answer, Request } from './messages.ts'
import { outlineLines } from './outline-lines.ts'

/** More than a page of this size would be is refused as on the command line. */
const largest = 20 * 1024 * 1024

const tell = (answer: Answer): void => postMessage(answer)

interface Asked {
  readonly promise: Promise<Uint8Array>
  readonly answer: (bytes: Uint8Array | null) => void
}

const asked = new Map<string, Asked>()

/** Asks the page for a file that it carries. @throws Fault where it carries none of that name */
function read(name: string): Promise<Uint8Array> {
  const before = asked.get(name)
  if (before) return before.promise
  let answer: Asked['answer'] = () => {}
  const promise = new Promise<Uint8Array>((resolve, reject) => {
    answer = (bytes) => (bytes ? resolve(bytes) : reject(new Fault((say) => say.notCarried(name))))
  })
  asked.set(name, { promise, answer })
  tell({ kind: 'need', name })
  return promise
}

/** The deck of the document that was read last. */
let deck: { readonly slug: string; readonly files: DeckFiles } | null = null

async function readFile(name: string, bytes: Uint8Array): Promise<void> {
  deck = null
  if (bytes.length > largest) throw new Fault((say) => say.tooLarge, { file: name })
  const source = await readDocument({ name, bytes }, read)
  const document = outline(source)
  const draft = draftOf(source, document)
  const slug = deckNameOf(name.replace(/\.[^.]*$/, ''))
  refuseDeckName(slug)
  deck = { slug, files: newDeckFiles(deckMarkdown(draft), sourceFiles(bytes, source)) }
  const slides = draft.files.reduce((sum, file) => sum + file.slides.length, 0)
  tell({ kind: 'outline', lines: outlineLines(document, keyPoints(document)), slides })
}

async function build(): Promise<void> {
  if (!deck) return
  const { slug, files } = deck
  const { html } = await buildPage(
    await openDeck(slug, files),
    documentIn(files),
    true,
    await carriedAssets(read),
    projectFiles(files),
  )
  tell({ kind: 'page', name: `${slug}.html`, html })
}

addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  if (request.kind === 'have') {
    asked.get(request.name)?.answer(request.bytes)
    return
  }
  const work = request.kind === 'read' ? readFile(request.name, request.bytes) : build()
  work.catch((error: unknown) => {
    const { texts } = asFault(error)
    tell({ kind: 'fault', texts })
  })
})
