import { type Zippable, zipSync } from 'fflate'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

/** A Word document of these parts below `word/`; those that are text get the root element around them. */
export function makeDocx(
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const files: Zippable = { 'word/document.xml': xml('document', `<w:body>${body}</w:body>`) }
  for (const [name, content] of Object.entries(parts)) {
    const root = /^(\w+)\.xml$/u.exec(name)?.[1]
    files[`word/${name}`] =
      typeof content !== 'string' ? content : root ? xml(root, content) : Buffer.from(content)
  }
  return zipSync(files)
}

function xml(root: string, content: string): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`)
}

/** A paragraph with properties (`w:pPr`) and a run of text with properties (`w:rPr`). */
export function par(words: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
}
