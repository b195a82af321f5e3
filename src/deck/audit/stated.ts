import { type Document, type Paragraph, type Section, textOf } from '../../document/index.ts'
import { isOffice } from '../../document/kinds.ts'
import { numberOf } from '../../document/numbering.ts'
import { comparable } from './comparable.ts'

/** What a document says of itself that the foot of a deck's slides may say, too; null for what it does not say. */
export interface Stated {
  /** The office that it is from. */
  readonly unit: string | null
  readonly date: string | null
  /** How it may be passed on. */
  readonly marking: string | null
}

export type StatedName = keyof Stated

/** A line that says how a document may be passed on is no longer: `机密★1年`, `（此件公开发布）`. In UTF-16 units. */
const longestMarking = 24
/** The three degrees of the law on state secrets, and what is below them. */
const marking =
  /^\P{L}{0,3}(?:绝密|絕密|机密|機密|秘密|工作秘密|内部|內部|此件|不公开|不予公开|主动公开|依申请公开|top secret|secret|confidential|restricted|internal)(?:\P{L}|资料|資料|文件|参考|參考|材料|公开|不公开|主动|依申请|use|\d|年|$)/iu

export function statedOf(document: Document): Stated {
  const say = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    textOf(document, { start, end }).trim()
  const all = paragraphsIn(document.sections)
  const office = [document.byline, ...all.filter(({ kind }) => kind === 'signature').map(({ span }) => span)]
    .flatMap((span) => (span ? [say(span).replace(/^[（(]|[）)]$/gu, '')] : []))
    .find((words) => words.split('\n').every((line) => isOffice(line.trim())))
  const marked = all
    .filter(({ kind }) => kind !== 'table' && kind !== 'image')
    .filter(({ span }) => span.end - span.start <= longestMarking)
    .map(({ span }) => say(span))
    .find((words) => marking.test(words))
  return { unit: office ?? null, date: document.date && say(document.date), marking: marked ?? null }
}

/**
 * Whether a setting says what the document does, or a part of it: `2024年5月` of 2024-05-01, `某某局` of 某某局办公室.
 */
export function saysStated(name: StatedName, said: string, stated: string): boolean {
  const [one, other] = [said, stated].map((words) => comparable(words.normalize('NFKC')).replace(/\s/gu, ''))
  if (one === undefined || other === undefined) return false
  if (other.includes(one) || (name !== 'date' && one.includes(other))) return true
  if (name !== 'date') return false
  const [mine, its] = [figures(one), figures(other)]
  return mine.length > 0 && its.some((_, i) => mine.every((figure, k) => figure === its[i + k]))
}

/** The numbers of a date, whatever they are written in: 二〇二四年五月一日, 2024-05-01. */
function figures(date: string): number[] {
  return (date.match(/\d+|[〇○零一二三四五六七八九十]+/gu) ?? []).map(numberOf)
}

function paragraphsIn(sections: readonly Section[]): Paragraph[] {
  return sections.flatMap(({ paragraphs, sections }) => [...paragraphs, ...paragraphsIn(sections)])
}
