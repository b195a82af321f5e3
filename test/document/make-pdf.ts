/** A line of text on a page; lengths in points, `y` upwards. */
export interface PrintedLine {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** In degrees; upright without. */
  readonly turn?: number
}

/** A PDF of A4 pages with a text layer in a Chinese font that is named but not in the file. */
export function makePdf(
  pages: readonly (readonly PrintedLine[])[],
  pictures: readonly { readonly page: number; readonly y: number }[] = [],
): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  const image =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'
  const picture = pictures.length > 0 ? add(image) : 0
  const kids = pages.map((lines, page) => {
    const stream = lines.map(
      ({ words, x, y, size, turn = 0 }) =>
        `BT /F1 ${size} Tf ${matrix(turn)} ${x} ${y} Tm <${hex(words)}> Tj ET`,
    )
    for (const one of pictures) if (one.page === page) stream.push(`q 200 0 0 100 90 ${one.y} cm /I1 Do Q`)
    const content = stream.join('\n')
    const contents = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const resources = `<< /Font << /F1 3 0 R >> ${picture > 0 ? `/XObject << /I1 ${picture} 0 R >> ` : ''}>>`
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${contents} 0 R >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function matrix(degrees: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [cos, sin, -sin, cos].map((one) => one.toFixed(4)).join(' ')
}

function hex(words: string): string {
  return [...Buffer.from(words, 'utf16le').swap16()]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
