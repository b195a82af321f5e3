import validate from '@ooxml-tools/validate'

/** What Microsoft's own validator (the Open XML SDK) finds wrong with a file; nothing for one that Office takes as it is. */
export async function faultsOf(bytes: Uint8Array, format: 'pptx' | 'docx'): Promise<string[]> {
  const found = await validate(Uint8Array.from(bytes), format, 'Office2013')
  return found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`)
}
