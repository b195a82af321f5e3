import { signal } from '@preact/signals'

/** The part of the slide that is pointed at, on the slide or among the document's words; null for none. */
export const pair = signal<number | null>(null)
