/** The kinds of file that people go on working in, each named by its ending. */
export const officeFormats = ['pptx', 'docx'] as const
export type OfficeFormat = (typeof officeFormats)[number]

export const isOfficeFormat = (name: string): name is OfficeFormat =>
  officeFormats.some((format) => format === name)
