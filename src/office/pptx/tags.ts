import type { Part } from '../package.ts'
import { element } from '../xml.ts'
import { namespaces, types } from './vocabulary.ts'

/** What PowerPoint and WPS keep for a program that gave it, and never show: here, by each slide's number, its words' print. */
export const slideTag = (number: string | number): string => `STUDYDECK${number}`

/** @param prints by the numbers of the slides */
export const tagsPart = (prints: ReadonlyMap<number, string>): Part => ({
  path: 'ppt/tags/deckTags.xml',
  type: types.tags,
  content: element(
    'p:tagLst',
    namespaces,
    [...prints].map(([number, val]) => element('p:tag', { name: slideTag(number), val })),
  ),
})
