import { descend, elementsOf, type XmlElement } from '../../document/readers/xml.ts'

/** The placeholder that a shape of a file is; undefined for any other. */
export const holderOf = (shape: XmlElement): XmlElement | undefined =>
  descend(
    elementsOf(shape).find(({ name }) => /^nv\w+Pr$/u.test(name)),
    'nvPr',
    'ph',
  )
