import type { PageAssets } from '../../page/assets.ts'
import { carriedAssets } from './assets.ts'
import { readCarried } from './read-carried.ts'

let read: Promise<PageAssets> | undefined

/** What pages take besides their decks, read once. */
export function deckAssets(): Promise<PageAssets> {
  read ??= carriedAssets(readCarried)
  return read
}
