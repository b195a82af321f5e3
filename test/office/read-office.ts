import { strFromU8, unzipSync } from 'fflate'
import { elementsOf, parseXml, textIn, type XmlElement } from '../../src/document/readers/xml.ts'
import { isFurnitureNumber } from '../../src/office/pptx/furniture.ts'

/** The parts of an Office file by their paths. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))

/** Every element of that name, in the document's order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const own = element.name === name ? [element] : []
  return [...own, ...elementsOf(element).flatMap((child) => all(child, name))]
}

/** The words of a paragraph; a line break is one. */
export const textOf = (element: XmlElement): string =>
  element.name === 't'
    ? textIn(element)
    : elementsOf(element)
        .map((child) => (child.name === 'br' ? '\n' : textOf(child)))
        .join('')

/** The words of a slide or of its notes, a string a paragraph; what stands at the foot of every slide left out. */
export function paragraphsIn(xml: string): string[] {
  const shapes = all(parseXml(xml, 'slide'), 'spTree').flatMap(elementsOf)
  const isFoot = (shape: XmlElement): boolean =>
    all(shape, 'ph').some(
      ({ attributes: { type, idx } }) =>
        /^(?:ftr|dt|sldNum|sldImg)$/.test(type ?? '') || isFurnitureNumber(Number(idx)),
    )
  return shapes
    .filter((shape) => !isFoot(shape))
    .flatMap((shape) => all(shape, 'p'))
    .map(textOf)
    .filter((text) => text.trim() !== '')
}

export const bare = (text: string): string => text.replace(/\s+/gu, '')

/** The slides of a presentation in their files' order: their words, their notes, the names of their layouts. */
export function slidesOf(bytes: Uint8Array) {
  const parts = partsOf(bytes)
  return Object.keys(parts)
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .map((path) => {
      const number = /\d+/.exec(path)?.[0] ?? ''
      const relations = parts[`ppt/slides/_rels/slide${number}.xml.rels`] ?? ''
      const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(relations)?.[1] ?? ''
      const notes = parts[`ppt/notesSlides/notesSlide${number}.xml`]
      return {
        xml: parts[path] ?? '',
        words: paragraphsIn(parts[path] ?? '<p/>'),
        notes: notes ? paragraphsIn(notes) : [],
        layout: /<p:cSld name="([^"]*)"/.exec(parts[`ppt/slideLayouts/${layout}`] ?? '')?.[1] ?? '',
      }
    })
}
