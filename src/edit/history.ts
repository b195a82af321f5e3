import type { DeckState } from './deck-state.ts'

/** A state and how it was come to. */
export interface Step {
  readonly state: DeckState
  /** The slide that was changed, to be shown when this is undone; null for the deck as a whole. */
  readonly slide: number | null
  readonly before: Step | null
}

/** What a deck was, is, and was before something was undone. */
export interface History {
  readonly now: Step
  readonly undone: readonly Step[]
}

export const begin = (state: DeckState): History => ({
  now: { state, slide: null, before: null },
  undone: [],
})

/** What is done ends what was undone; doing nothing does not. */
export function done(history: History, state: DeckState, slide: number | null = null): History {
  if (state === history.now.state) return history
  return { now: { state, slide, before: history.now }, undone: [] }
}

/** The same change goes on, as when a person goes on typing: it is undone as one. */
export function goneOn({ now, undone }: History, state: DeckState): History {
  return state === now.state ? { now, undone } : { now: { ...now, state }, undone: [] }
}

/** What another hand did is no step of this history: the state that is shown has it, and those undone stay. */
export const broughtUp = ({ now, undone }: History, state: DeckState): History => ({
  now: { ...now, state },
  undone,
})

export function undo({ now, undone }: History): History {
  return now.before ? { now: now.before, undone: [...undone, now] } : { now, undone }
}

export function redo({ now, undone }: History): History {
  const next = undone.at(-1)
  return next ? { now: next, undone: undone.slice(0, -1) } : { now, undone }
}
