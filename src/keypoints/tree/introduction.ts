import type { Paragraph, Span } from '../../document/document.ts'

/** Items behind these Chinese words say something else without them: they forbid, deny, except, limit or set a condition or a time. */
const governing =
  /不得|禁止|严禁|不准|不许|切忌|不(?:适用|承担|负|属于|受|予|能|可|应|再|计|纳|列)|未|免[除责]|仅|只[有能限]|除.{1,40}外|同时[具符满担从]|之一|任一|(?:审核|审查|检查|提交|报送|提供|符合|具备|满足|享受)[^，]*[下以][下列]|处.{0,20}罚|[日月年]内/u

const colon = /[：:]\s*$/u

/** Whether words introduce what stands behind them: they end with a colon. */
const introducesList = (text: string, { start, end }: Span): boolean =>
  colon.test(text.slice(Math.max(start, end - 8), end))

/** Whether a paragraph introduces those behind it, if there are any: 下列人员不承担责任：. */
export const introduces = (text: string, { kind, span, runIn }: Paragraph): boolean =>
  kind === 'prose' && runIn === null && introducesList(text, span)

/** Introduces a list whose items say something else without it: 任何组织和个人不得有下列行为：. */
export function governs(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  // English items go on with their sentence: … shall be prohibited in the following:.
  return introducesList(text, { start, end }) && (governing.test(words) || !/\p{Script=Han}/u.test(words))
}
