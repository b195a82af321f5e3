import type { Paragraph, Span } from '../../document/document.ts'

const colon = /[：:]\s*$/u

/** Whether words introduce the list behind them, whose items go on with what they say: 任何组织和个人不得有下列行为：. */
export const introducesList = (text: string, { start, end }: Span): boolean =>
  colon.test(text.slice(Math.max(start, end - 8), end))

/** Whether a paragraph introduces those behind it, if there are any: 下列人员不承担责任：. */
export const introduces = (text: string, { kind, span, runIn }: Paragraph): boolean =>
  kind === 'prose' && runIn === null && introducesList(text, span)
