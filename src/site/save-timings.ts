import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFrontMatter } from '../deck/settings.ts'
import { withTimings } from '../deck/timings.ts'
import { changeFile } from '../disk/file.ts'
import { encodeText } from '../document/encode.ts'
import { readTextFile } from '../document/encoding.ts'
import { asFault, Fault } from '../fault.ts'
import { languageOf } from '../store/language.ts'
import { findDecks, readDeck } from '../store/load.ts'
import { withBody } from './read-body.ts'

/** The address at which a live page leaves the timings of a rehearsal. */
export const timingsAddress = '/@study-deck/timings'

const largest = 1_000_000
/** Seconds: a slide takes less than a day. */
const longest = 86_400

/** A page of another origin, which the person also has open, must not write into a deck. */
function isOwnPage({ method, headers }: IncomingMessage): boolean {
  const { origin, host = '' } = headers
  return (
    method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host) &&
    origin === `http://${host}`
  )
}

function readTimings(text: string): Record<string, number> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = null
  }
  const fits =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((seconds) => typeof seconds === 'number' && seconds > 0 && seconds < longest)
  if (!fits) throw new Fault((say) => say.timingsBody)
  return value as Record<string, number>
}

/** Writes a rehearsal's timings into the front matter of a deck. */
export async function saveTimings(
  slides: string,
  slug: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  if (!isOwnPage(request)) {
    response.writeHead(403).end('only the deck itself saves its timings')
    return
  }
  try {
    const timings = await withBody(request, largest, async (body) => {
      if (!body) throw new Fault((say) => say.tooManyTimings)
      return readTimings(body.toString('utf8'))
    })
    // Of the decks that are served; a path that leads elsewhere names none.
    const place = (await findDecks(slides)).find((one) => one.slug === slug)
    const [first] = place ? (await readDeck(place)).files : []
    if (!first) throw new Fault((say) => say.noDeckFile)
    await changeFile(first.path, (there) => {
      if (!there?.length) throw new Fault((say) => say.noDeckFile, { file: first.path })
      const { text, form } = readTextFile({ name: first.path, bytes: there })
      // Throws where it is no longer as it was when the deck was read.
      readFrontMatter(first.path, text)
      return encodeText(withTimings(text, timings), form)
    })
    response.end()
  } catch (error) {
    const fault = asFault(error)
    response.writeHead(400).end(fault.line(languageOf(fault)))
  }
}
