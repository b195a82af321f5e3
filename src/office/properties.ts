import type { Part, Relation } from './package.ts'
import { element } from './xml.ts'

/** What a file tells of itself; not when it was made, so that the same deck gives the same file. */
export interface Properties {
  readonly title: string
  readonly author: string
  /** BCP 47 */
  readonly language: string
}

const vocabulary = 'http://schemas.openxmlformats.org'

/** The two parts that every Office document tells its properties in. */
export function propertyParts({ title, author, language }: Properties): readonly Part[] {
  return [
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: element(
        'cp:coreProperties',
        {
          'xmlns:cp': `${vocabulary}/package/2006/metadata/core-properties`,
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        },
        element('dc:title', title),
        author ? element('dc:creator', author) : null,
        element('dc:language', language),
      ),
    },
    {
      path: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: element(
        'Properties',
        { xmlns: `${vocabulary}/officeDocument/2006/extended-properties` },
        element('Application', 'study-deck'),
      ),
    },
  ]
}

/** The relations of the package as a whole. @param main the path of the part that everything begins with */
export const packageRelations = (main: string): readonly Relation[] => [
  { id: 'rId1', type: 'officeDocument', target: main },
  { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
  { id: 'rId4', type: 'custom-properties', target: 'docProps/custom.xml' },
]
