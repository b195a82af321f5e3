import type { Remark } from '../fault.ts'

/** A file of Office, and what whoever prepares the deck should know of it. */
export interface OfficeFile {
  readonly bytes: Uint8Array
  /** Counted as they are shown. */
  readonly slides: number
  readonly remarks: readonly Remark[]
}
