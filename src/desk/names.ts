/** Where a file that a page carries stands in one long base64; `packed` by gzip. */
export interface CarriedPlace {
  readonly from: number
  readonly to: number
  readonly packed: boolean
}
export type CarriedIndex = Readonly<Record<string, CarriedPlace>>

/** The element that holds the files that the desk carries; with `-index` behind, the one that says where each stands. */
export const carriedId = 'study-deck-carried'
/** The worker's script among those files. */
export const workerName = 'desk-worker.js'
/** The script beside the desk with what is seldom needed: the fonts of Traditional Chinese and Japanese. */
export const besideName = 'desk-fonts.js'
