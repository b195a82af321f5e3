/** The formats that have a reader. */
export type Format =
  | 'text'
  | 'markdown'
  | 'docx'
  | 'html'
  | 'pdf'
  /** Word's binary files before 2007, and those of WPS. */
  | 'doc'
  /** Word in one file of XML, of 2003 or later. */
  | 'word-xml'
  | 'rtf'
  | 'odt'
  /** OpenDocument text in one file of XML. */
  | 'fodt'
  | 'pptx'
  | 'epub'
  | 'mail'
  /** A web page with its pictures in one file (`.mht`). */
  | 'saved-page'

/** What a person hands in: a file's name and its bytes. */
export interface InputFile {
  /** As it was given; it names the file in messages, and its extension is a hint of the format. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A document as it was read: its words, and what its format told of their layout. */
export interface SourceText {
  readonly name: string
  readonly format: Format
  /** The words, line ends as `\n`. For plain text in UTF-8 it is the file's own text. */
  readonly text: string
  /** By zero-based line of `text`; a line without layout has no entry. */
  readonly layout: ReadonlyMap<number, LineLayout>
  /** What the file itself says that it is called: the title of a page or of front matter. */
  readonly titles?: readonly string[]
  /** The pictures that the lines of kind `image` name. */
  readonly images: readonly SourceImage[]
  /** What could not be taken over, in the order of the text. */
  readonly leftOut: readonly LeftOut[]
}

/** Something of a file that a reader could not take over, or not as it stands there. */
export interface LeftOut {
  /** The line of `text` behind which it stood, counted from 0; -1 before the first. */
  readonly line: number
  readonly kind: LeftOutKind
  /** What it says or what it is called, '' where that is not known or not to be shown. */
  readonly words: string
}

export type LeftOutKind =
  | 'picture'
  | 'chart'
  /** A formula of more than one line, written on one: `(a+b)/c`. */
  | 'formula'
  /** What a reader of the draft remarked. */
  | 'comment'
  /** Another file within this one. */
  | 'attachment'
  /** Words that are not to be shown; they are not told. */
  | 'hidden'
  /** Rows and columns that were told by their place alone, or could not be told. */
  | 'table'
  /** A sign of a font of signs that has no letter. */
  | 'symbol'
  /** Numbers that the word processor counts by itself. */
  | 'numbers'
  /** Running heads, page numbers, watermarks. */
  | 'page-furniture'
  /** What stands around the text of a web page. */
  | 'surroundings'
  /** The record that whoever collected the file put above its text: title, address, date. */
  | 'header'

/** What a format says of one line of its text. */
export interface LineLayout {
  /** 1 for the highest, from a heading style, an outline level, `h1`–`h6` or Markdown. */
  readonly heading?: number
  /** Every character of the line is bold. */
  readonly bold?: true
  /** The face that all of its characters are set in, by a name that is only compared: `黑体`. */
  readonly face?: string
  /** Which paragraph of the format it stands in; lines of one may be one sentence. */
  readonly paragraph?: number
  readonly centred?: true
  /** The style that the format has for the title of a document. */
  readonly title?: true
  /** The cells of a line that is a table's row, as they stand in the line. */
  readonly row?: TableRow
  /** The name of the image that stands here; the line itself is its description. */
  readonly image?: string
  /** The line belongs to a table of contents. */
  readonly contents?: true
  /** The line is an item of a list without numbers. */
  readonly item?: true
  /** The file itself says who wrote it, when, or where it comes from. */
  readonly told?: 'byline' | 'date' | 'source'
  /** The line is a footnote, with its mark. */
  readonly footnote?: true
}

export interface TableRow {
  /** Rows of one table have the same number. */
  readonly table: number
  /** Half-open columns in UTF-16 units from the line's first character that is not white space. */
  readonly cells: readonly (readonly [start: number, end: number])[]
}

export interface SourceImage {
  /** A file name, unlike every other in the document. */
  readonly name: string
  /** Such as `image/png`. */
  readonly type: string
  readonly bytes: Uint8Array
}
