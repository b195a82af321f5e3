import { strFromU8, unzipSync } from 'fflate'

/** The kinds of file that people go on working in, each named by its ending. */
export const officeFormats = ['pptx', 'docx'] as const
export type OfficeFormat = (typeof officeFormats)[number]

export const isOfficeFormat = (name: string): name is OfficeFormat =>
  officeFormats.some((format) => format === name)

const properties = 'docProps/app.xml'
/** More than any properties are. */
const most = 100_000

/** Whether a file is as study-deck wrote it: every other program puts its own name there when it saves. */
export function isAsWritten(bytes: Uint8Array): boolean {
  try {
    const part = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === properties && originalSize < most,
    })[properties]
    return part !== undefined && strFromU8(part).includes('<Application>study-deck</Application>')
  } catch {
    return false
  }
}
