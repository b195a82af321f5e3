import type { SharedState } from '../link/shared.ts'
import { elapsedOn } from './stopwatch.ts'

/** A run that records how long each slide takes. */
export interface Rehearsal {
  readonly running: () => boolean
  begin(): void
  /** @returns seconds for each slide that was shown, by its name */
  end(): Readonly<Record<string, number>>
}

/**
 * @param slideName of the slide being shown now
 * @param now epoch milliseconds
 */
export function rehearsal(
  shared: SharedState,
  slideName: () => string,
  now: () => number = Date.now,
): Rehearsal & { moved: () => void } {
  const elapsed = (): number => elapsedOn(shared.get('watch'), now())
  let since = elapsed()
  let on = slideName()
  const record = (): void => {
    const times = shared.get('rehearsal')
    const at = elapsed()
    // A heading may be any word, also one that all objects know.
    const before = times && Object.hasOwn(times, on) ? (times[on] ?? 0) : 0
    if (times && at > since) shared.set('rehearsal', { ...times, [on]: before + at - since })
    since = at
    on = slideName()
  }
  // The stopwatch may be set to zero in the middle of a slide.
  shared.on('watch', () => {
    if (elapsed() < since) since = elapsed()
  })
  addEventListener('pagehide', record)
  return {
    running: () => shared.get('rehearsal') !== null,
    begin() {
      shared.set('watch', { before: 0, since: now() })
      shared.set('rehearsal', {})
      since = 0
      on = slideName()
    },
    moved: record,
    end() {
      record()
      const times = shared.get('rehearsal') ?? {}
      shared.set('rehearsal', null)
      const watch = shared.get('watch')
      shared.set('watch', { before: elapsedOn(watch, now()), since: null })
      return Object.fromEntries(
        Object.entries(times).map(([name, spent]) => [name, Math.max(1, Math.round(spent / 1000))]),
      )
    },
  }
}
