import type { Stopwatch } from '../link/shared.ts'

/** @returns milliseconds on a stopwatch at an epoch time */
export const elapsedOn = ({ before, since }: Stopwatch, now: number): number =>
  before + (since === null ? 0 : Math.max(0, now - since))

/** Starts a stopwatch that stands, or stops one that runs. */
export const toggled = (watch: Stopwatch, now: number): Stopwatch => ({
  before: elapsedOn(watch, now),
  since: watch.since === null ? now : null,
})

/** Seconds as `12:05`, or `1:02:05` from an hour on. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const two = (part: number): string => String(part).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
