import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { outline, readDocument, textOf } from '../../src/document/index.ts'
import { samplesFolder } from '../samples.ts'
import { expectSound } from './invariants.ts'

const manifest = join(samplesFolder, 'MANIFEST.tsv')

const rows = existsSync(manifest) ? readFileSync(manifest, 'utf8').trim().split('\n').slice(1) : []

describe.skipIf(rows.length === 0)('real documents are understood as a careful reader does', () => {
  test.each(rows.map((row) => row.split('\t')))('%s', async (name = '', sections = '', title = '') => {
    const document = outline(
      await readDocument({ name, bytes: readFileSync(join(samplesFolder, name)) }, installedPdfTables),
    )
    expectSound(document)
    if (sections !== '-1')
      expect(document.sections.filter(({ heading }) => heading)).toHaveLength(Number(sections))
    if (title !== '')
      expect(document.title && textOf(document, document.title).replace(/\s/gu, '')).toBe(title)
  })
})
