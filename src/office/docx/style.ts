import { type Faces, windowsFaces } from '../windows-faces.ts'
import { millimetres, twips } from './vocabulary.ts'

/** How a script looks on paper. Type in points. */
export interface PageStyle {
  readonly text: Faces
  readonly heading: Faces
  /** Of headings of the second level. */
  readonly heading2: Faces
  readonly title: Faces
  readonly size: number
  readonly titleSize: number
  readonly headingSize: number
  readonly heading2Size: number
  readonly boldHeadings: boolean
  /** Between lines, in points; null for what the type asks for, half as much again. */
  readonly line: number | null
  /** Before the first line of each paragraph, in characters. */
  readonly firstLine: number
  /** Twentieths of a point. */
  readonly margins: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  /** Lines to a page are told, and characters stand so much nearer to each other, in points, as official papers ask. */
  readonly grid: { readonly linePitch: number; readonly nearer: number } | null
  /** Page numbers between dashes at the outer edge; else page of pages in the middle. */
  readonly official: boolean
}

/** A4, in twentieths of a point. */
export const paper = { width: millimetres(210), height: millimetres(297) } as const

const times = 'Times New Roman'

/** The style of a speaker's script. @param withRemarks leaves a third of the page's width for what is written by hand */
export function scriptStyle(language: string, withRemarks: boolean): PageStyle {
  const { sans, serif } = windowsFaces(language)
  const isSpaced = !/^(?:zh|ja)\b/i.test(language)
  const isSimplified = serif.ideographs === '宋体'
  const heading = {
    latin: isSpaced ? sans.latin : times,
    ideographs: isSimplified ? '黑体' : sans.ideographs,
  }
  return {
    text: serif,
    heading,
    heading2: heading,
    title: heading,
    size: 12,
    titleSize: 22,
    headingSize: 16,
    heading2Size: 14,
    boldHeadings: true,
    line: null,
    firstLine: isSpaced ? 0 : 2,
    margins: {
      top: millimetres(25),
      right: millimetres(withRemarks ? 70 : 25),
      bottom: millimetres(25),
      left: millimetres(25),
    },
    grid: null,
    official: false,
  }
}

/**
 * The style of official papers, GB/T 9704-2012: 5.2.1 (margins, the area of the text 156 × 225 mm), 5.2.2 and 5.2.3 (type
 * of size three, 16 points, in 仿宋; 22 lines to a page, 28 characters to a line), 7.3.3 (headings in 黑体, then 楷体), 7.5
 * (page numbers of size four, 14 points, between dashes). The title is in 小标宋 of size two, 22 points (7.3.1).
 */
export const officialStyle: PageStyle = {
  text: { latin: times, ideographs: '仿宋' },
  heading: { latin: times, ideographs: '黑体' },
  heading2: { latin: times, ideographs: '楷体' },
  title: { latin: times, ideographs: '方正小标宋简体' },
  size: 16,
  titleSize: 22,
  headingSize: 16,
  heading2Size: 16,
  boldHeadings: false,
  line: 28.95,
  firstLine: 2,
  margins: {
    top: millimetres(37),
    right: millimetres(26),
    bottom: millimetres(35),
    left: millimetres(28),
  },
  // 28 characters of 15.75 points are 156 mm.
  grid: { linePitch: twips(28.95), nearer: 0.25 },
  official: true,
}
