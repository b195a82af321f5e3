import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { isExported, withMetadata } from '../../src/print/pdf/metadata.ts'
import { readPages } from '../../src/print/pdf/read-pages.ts'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a page of neither words nor a picture is blank; words that are no part of the document are not read', async () => {
  const file = await PDFDocument.create()
  file.addPage()
  file.addPage().drawImage(await file.embedPng(dot), { x: 10, y: 10 })
  // Nothing of it is marked as part of a document, as a running head is not.
  file.addPage().drawText('page 3 of 3')
  expect(await readPages(await file.save())).toEqual([
    { text: '', blank: true },
    { text: '', blank: false },
    { text: '', blank: true },
  ])
})

test('a PDF that was exported is known by its creator, also one of an earlier version', async () => {
  const file = await (await PDFDocument.create()).save({ useObjectStreams: false })
  expect(isExported(Buffer.from(file))).toBe(false)
  const metadata = { title: '标题', author: '', subject: '', language: 'zh-CN', date: new Date(0) }
  const ours = Buffer.from(await withMetadata(file, metadata, ''))
  expect(isExported(ours)).toBe(true)
  const earlier = ours
    .toString('latin1')
    .replace(/\/Creator <FEFF[\dA-F]+>/, (creator) => creator.toLowerCase())
  expect(isExported(Buffer.from(earlier, 'latin1'))).toBe(true)
})
