/** Half-open range of UTF-16 offsets into `Document.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a document was understood to be. Everything in it is a span of its own text. */
export interface Document {
  /** The text as it was read, line ends as `\n`; every span points into it. */
  readonly text: string
  /** BCP 47 tag of the document's language: `zh-CN`, `zh-TW`, `en`, …; `und` where it can't be told. */
  readonly language: string
  readonly title: Span | null
  /** What it is called where it has no title: its file's name, without folder and extension. */
  readonly name: string
  /** Who wrote or signed it; the signature at the end counts. */
  readonly byline: Span | null
  /** When: below its title, or below the signature. */
  readonly date: Span | null
  /** In the document's order. What stands before the first heading and the closing are sections of level 0. */
  readonly sections: readonly Section[]
}

export interface Section {
  /** The heading's number as written (`一、`, `（二）`, `第三章`, `Article 4.`), without it null. */
  readonly number: string | null
  /** The whole heading, its number included; null for the parts of level 0. */
  readonly heading: Span | null
  /**
   * 0 for the parts that have no heading, 1 for a top section, 2 below it, … A section of level 1
   * without a heading was made where the topic shifts, in a document that has no headings at all.
   */
  readonly level: number
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
}

/**
 * What a paragraph is in its document. Only `prose` and `article` carry key points; all others stand in the notes
 * whole, as these do.
 */
export type ParagraphKind =
  | 'prose'
  /** An article of a law; its number belongs to the span. */
  | 'article'
  | 'table'
  | 'image'
  | 'footnote'
  | 'subtitle'
  /** 国发〔2011〕35号 */
  | 'issuing-number'
  | 'addressee'
  | 'salutation'
  | 'date'
  | 'signature'
  | 'attachment'
  /** （来源：…）, （此件公开发布） */
  | 'source'
  /** The bracketed signature at the end: the same span as `Document.byline`. */
  | 'byline'
  /** A line of the table of contents. */
  | 'contents'
  /** What the page around the document said: 打印 字号 */
  | 'furniture'

export interface Paragraph {
  readonly kind: ParagraphKind
  readonly span: Span
  /** A heading run together with its text (`（一）指导思想。全面贯彻…`): the part that heads it, with its number. */
  readonly runIn: Span | null
  /** The number without a mark that it is counted by (`7 We cannot…`): none of its words. */
  readonly number?: Span
  /** The cells of a table, row by row. */
  readonly cells?: readonly (readonly Span[])[]
  /** The line that names a table or a picture, within the span. */
  readonly caption?: Span
  /** The name of the picture among the images of the text that was read; the rest of the span is its description. */
  readonly image?: string
}

/** The words that a span stands for. */
export function textOf(document: Pick<Document, 'text'>, span: Span): string {
  return document.text.slice(span.start, span.end)
}

/** Words over several lines as one: Chinese without a space, other words with one. */
export function onOneLine(words: string): string {
  return words
    .replace(/(?<=[\p{sc=Han}\p{P}])(?=\s*?\n)\s+(?=[\p{sc=Han}\p{P}])/gu, '')
    .replace(/(?<!\s)\s*\n\s*/gu, ' ')
}
