import { addressAsking, askedOf } from '../asked.ts'
import { ownPage } from '../own-page.ts'
import { recall, remember } from '../storage.ts'
import { createShared, type Part, type Place, type SharedState } from './shared.ts'
import { type Trust, trustOf } from './trust.ts'

/** The two kinds of window that keep in step. */
export type Role = 'wall' | 'speaker'

interface Message {
  readonly app: 'study-deck'
  readonly deck: string
  readonly from: Role
  /** Known only to windows that one another opened; said only from window to window. */
  readonly secret?: string
  /** `hello` asks for an answer, `bye` is said by a window that closes or loads again. */
  readonly says: 'hello' | 'here' | 'bye'
  readonly entries: unknown
}

/** This window's tie to the other windows of the same deck in the same browser. */
export interface Link {
  readonly shared: SharedState
  /** Whether a window of the other kind is there. */
  readonly connected: () => boolean
  /** Calls back when one came or went. */
  onConnection(act: () => void): void
  /**
   * Shows the window of the other kind, opening it where there is none.
   *
   * @returns false where the browser does not let us
   */
  open(): boolean
  /** The address of the place being shown in the other view. */
  readonly otherAddress: () => string
  /** The name of that window, for links: a browser lets the person open what it blocks for scripts. */
  readonly otherName: string
}

/** Milliseconds between two calls, and after how many of silence a window counts as gone. */
const interval = 1500
const silence = 5000
/** What a tab keeps while it is loaded again; its place stands in its address. */
const kept: readonly Part[] = ['curtain', 'ink', 'watch', 'target', 'rehearsal']

/** Whether data are said to be ours; what they say is checked where it is used. */
const isMessage = (data: unknown): data is Partial<Message> =>
  typeof data === 'object' && data !== null && 'app' in data && data.app === 'study-deck'

function trustHere(): Trust {
  return trustOf(
    {
      origin: location.origin,
      protocol: location.protocol,
      name: window.name,
      slides: document.querySelectorAll('.slides > section > section'),
    },
    {
      recall: (key) => recall('sessionStorage', key),
      remember: (key, text) => remember('sessionStorage', key, text),
    },
  )
}

/** The address at which the same page shows another view of a place. */
function addressOf(role: Role, place: Place | null): string {
  const asked = askedOf(location)
  if (role === 'speaker') asked.set('view', 'speaker')
  else asked.delete('view')
  // reveal.js writes its own a second late.
  const here = location.hash.replace(/^#|\?.*$/g, '')
  return addressAsking(asked, place ? `/${place.h}/${place.v}${place.f < 0 ? '' : `/${place.f}`}` : here)
}

/**
 * Ties this window to the others. They speak over a BroadcastChannel, which reaches windows that were opened by hand,
 * and from window to window, which also works where a browser takes each file for a world of its own. A message may
 * come twice: it says what is, not what to do.
 */
export function createLink(role: Role): Link {
  const other: Role = role === 'wall' ? 'speaker' : 'wall'
  const trust = trustHere()
  const deck = trust.byOrigin ? location.origin + location.pathname : location.pathname
  const storageKey = `study-deck:shared:${location.pathname}:${trust.proof}`
  const shared = createShared()
  const peers = new Set<Window>()
  if (window.opener && trust.opener) peers.add(window.opener)
  const listeners: (() => void)[] = []
  let heard = Number.NEGATIVE_INFINITY
  let wasConnected = false
  const connected = (): boolean => performance.now() - heard < silence
  const noteConnection = (): void => {
    if (connected() === wasConnected) return
    wasConnected = connected()
    for (const act of listeners) act()
  }

  // Any file hears the channels of files.
  const channel =
    trust.byOrigin && 'BroadcastChannel' in window ? new BroadcastChannel(`study-deck:${deck}`) : null
  const say = (says: Message['says'], entries: unknown): void => {
    const message: Message = { app: 'study-deck', deck, from: role, says, entries }
    channel?.postMessage(message)
    for (const peer of peers) {
      if (peer.closed) peers.delete(peer)
      else peer.postMessage({ ...message, secret: trust.secret }, trust.byOrigin ? location.origin : '*')
    }
  }
  const hear = (message: Partial<Message>): void => {
    if (message.deck !== deck) return
    // Two walls of one deck are two people's business, unless a speaker view joins them.
    if (role === 'wall' && message.from === 'wall') return
    if (message.from === other) heard = message.says === 'bye' ? Number.NEGATIVE_INFINITY : performance.now()
    const newer = shared.merge(message.entries)
    if (message.says === 'hello') say('here', shared.entries())
    else if (role === 'speaker' && Object.keys(newer).length) say('here', newer)
    noteConnection()
  }
  channel?.addEventListener('message', ({ data }) => isMessage(data) && hear(data))
  addEventListener('message', ({ data, origin, source }) => {
    // Workers and ports, which could be sources too, are nowhere in the page.
    if (!source || source === window || !('closed' in source)) return
    if (trust.byOrigin && origin !== location.origin) return
    // After a reload of this window, the one it opened knows the secret still.
    if (!isMessage(data) || data.secret !== trust.secret) return
    peers.add(source)
    hear(data)
  })

  const keep = (): void => {
    const entries = shared.entries()
    remember(
      'sessionStorage',
      storageKey,
      JSON.stringify(Object.fromEntries(kept.map((p) => [p, entries[p]]))),
    )
  }
  try {
    shared.merge(JSON.parse(recall('sessionStorage', storageKey) ?? 'null'))
  } catch {
    // Not ours.
  }
  shared.onSet((entries) => say('here', entries))
  for (const part of kept) shared.on(part, keep)
  setInterval(() => {
    say('hello', {})
    noteConnection()
  }, interval)
  addEventListener('pagehide', () => say('bye', {}))
  say('hello', {})

  const otherAddress = (): string => addressOf(other, shared.get('place'))
  const otherName = trust.nameFor(other)
  return {
    shared,
    connected,
    onConnection: (act) => void listeners.push(act),
    open: function show() {
      // An address would load the window again if it is there; without one we get hold of it as it is.
      const view = window.open('', otherName, 'popup,width=1280,height=800')
      if (!view) return false
      peers.add(view)
      let isNew = false
      try {
        isNew = view.location.href === 'about:blank'
      } catch {
        // It shows a file, which no other may look into.
      }
      if (isNew && ownPage) {
        view.document.open()
        view.document.write(ownPage)
        view.document.close()
      } else if (isNew) view.location.replace(otherAddress())
      view.focus()
      // One that is just closing is got hold of in vain.
      setTimeout(() => view.closed && show(), 400)
      return true
    },
    otherAddress,
    otherName,
  }
}
