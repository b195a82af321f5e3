import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { outline, readDocument, textOf } from '../../src/document/index.ts'
import { expectSound } from './invariants.ts'

const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const manifest = `${folder}MANIFEST.tsv`

const rows = existsSync(manifest) ? readFileSync(manifest, 'utf8').trim().split('\n').slice(1) : []

describe.skipIf(rows.length === 0)('real documents are understood as a careful reader does', () => {
  test.each(rows.map((row) => row.split('\t')))('%s', async (name = '', sections = '', title = '') => {
    const document = outline(await readDocument({ name, bytes: readFileSync(folder + name) }))
    expectSound(document)
    if (sections !== '-1')
      expect(document.sections.filter(({ heading }) => heading)).toHaveLength(Number(sections))
    if (title !== '')
      expect(document.title && textOf(document, document.title).replace(/\s/gu, '')).toBe(title)
  })
})
