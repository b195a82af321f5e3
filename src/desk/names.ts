/** Where each file that a page carries stands in one long base64: from, to. */
export type CarriedIndex = Readonly<Record<string, readonly [from: number, to: number]>>

/** The element that holds the files that the desk carries; with `-index` behind, the one that says where each stands. */
export const carriedId = 'study-deck-carried'
/** The element that holds the worker's script. */
export const workerId = 'study-deck-worker'
/** The script beside the desk with what is seldom needed: the fonts of Traditional Chinese and Japanese. */
export const besideName = 'desk-fonts.js'
