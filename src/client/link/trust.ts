/**
 * Which windows this one believes. Where pages have an origin, that of a message tells who sent it. Files have none of
 * their own: a browser lets any of them reach any other. There a window believes only those that know a secret of the
 * two, and the secret is never said where others can hear it: it goes from a window to the one that it opens, in the
 * name of that window.
 */
export interface Trust {
  /** Whether pages of the same origin are ours, so that windows opened by hand can find each other. */
  readonly byOrigin: boolean
  /** The secret of this window and of those that it opened, or that opened it. */
  readonly secret: string
  /** Whether the window that opened this one is ours. */
  readonly opener: boolean
  /** What this page alone knows; the storage of files is one for all of them. */
  readonly proof: string
  /** The name by which a window that is opened knows the secret; the browser keeps it through reloads. */
  nameFor(role: string): string
}

/**
 * What only a page of this very deck knows, since a file can't be read by other files: the digests of its first slides.
 * Another page that gave this window its name does not know them.
 */
function proofOf(slides: Iterable<Element>): string {
  const keys = [...slides].slice(0, 4).map((slide) => slide.getAttribute('data-key') ?? '')
  return keys.join('').replace(/\W/g, '')
}

export function trustOf(
  {
    origin,
    protocol,
    name,
    slides,
  }: {
    readonly origin: string
    readonly protocol: string
    /** Of this window. */
    readonly name: string
    readonly slides: Iterable<Element>
  },
  storage: {
    readonly recall: (key: string) => string | null
    readonly remember: (key: string, text: string) => void
  },
): Trust {
  const byOrigin = origin !== 'null' && protocol !== 'file:'
  const proof = byOrigin ? 'deck' : proofOf(slides)
  const [, given = '', shown = ''] = /^study-deck-(?:wall|speaker)-(\w+)-(\w*)$/.exec(name) ?? []
  const wasGiven = given !== '' && proof !== '' && shown === proof
  const stored = `study-deck:secret:${proof}`
  const secret = wasGiven ? given : (storage.recall(stored) ?? newSecret())
  storage.remember(stored, secret)
  return {
    byOrigin,
    secret,
    opener: byOrigin || wasGiven,
    proof,
    nameFor: (role) => `study-deck-${role}-${secret}-${proof}`,
  }
}

const newSecret = (): string =>
  [...crypto.getRandomValues(new Uint32Array(5))].map((part) => part.toString(36)).join('')
