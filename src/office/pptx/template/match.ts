import type { OfficeWords } from '../../words.ts'
import type { LayoutName } from '../layouts.ts'
import type { TemplateLayout } from './layouts.ts'

/** What each form of ours wants of a template, the best first: kinds of layouts, and what they may be called. */
const wanted: Readonly<Record<LayoutName, { readonly types: readonly string[]; readonly names: RegExp }>> = {
  title: { types: ['title'], names: /封面|标题幻灯片|標題投影片|表紙|title slide|cover/i },
  divider: { types: ['secHead'], names: /节标题|分节|过渡|章节|副标题页|區段|section|divider/i },
  closing: { types: [], names: /结束|致谢|谢谢|結束|closing|thank/i },
  statement: { types: [], names: /一句话|statement/i },
  demand: { types: [], names: /要求|demand/i },
  agenda: { types: [], names: /目录|目錄|目次|议程|agenda|contents/i },
  recap: { types: [], names: /小结|小結|回顾|recap|summary/i },
  list: { types: ['obj', 'tx'], names: /标题和内容|要点|正文|標題及物件|title and content|points/i },
  article: { types: [], names: /条文|正文|article/i },
  definition: { types: [], names: /定义|定義|definition/i },
  quotation: { types: [], names: /引言|引文|名言|quote|quotation/i },
  contrast: {
    types: ['twoObj', 'twoColTx', 'twoTxTwoObj'],
    names: /两栏|对比|比较|兩項|比較|two content|comparison|two sides/i,
  },
  panels: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  steps: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  cards: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  figures: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  timeline: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  image: { types: ['titleOnly'], names: /仅标题|图片|只有標題|title only|picture/i },
  table: { types: ['titleOnly'], names: /仅标题|表格|只有標題|title only|table/i },
  code: { types: ['titleOnly'], names: /仅标题|代码|只有標題|title only|code/i },
}

/** Forms whose words stand in a placeholder. */
export const held: ReadonlySet<LayoutName> = new Set([
  'statement',
  'demand',
  'closing',
  'list',
  'agenda',
  'article',
  'definition',
  'quotation',
  'contrast',
])

/** Of a template without a heading on its slides, those that are for anything. */
const forAnything = /内容|正文|空白|content|blank/i

/**
 * The layout of a template for a form of ours.
 *
 * @param layouts at least one
 * @returns with whether it was made for that, or for what such a slide usually stands on
 */
export function matchLayout(
  name: LayoutName,
  layouts: readonly TemplateLayout[],
  words: OfficeWords['layouts'],
): { readonly found: TemplateLayout | undefined; readonly isMeant: boolean } {
  const { types, names } = wanted[name]
  const isOpening = name === 'title' || name === 'divider'
  const fits = ({ title, hasRoom, bodies: [first, other] }: TemplateLayout): boolean => {
    if (isOpening) return title !== null
    if (!title || !hasRoom) return false
    return name === 'contrast'
      ? other !== undefined && first?.index !== other.index
      : !held.has(name) || first !== undefined
  }
  const fitting = layouts.filter(fits)
  const meant =
    fitting.find((one) => one.name === words[name]) ??
    fitting.find(({ type }) => types.includes(type)) ??
    fitting.find((one) => names.test(one.name)) ??
    (name === 'title' ? fitting.find(({ title }) => title?.type === 'ctrTitle') : undefined)
  if (meant) return { found: meant, isMeant: true }
  // What a template has nothing of its own for stands as a list, as most templates have it; that is no lack.
  const isUsual = held.has(name) && name !== 'list' && name !== 'contrast'
  const roomy = layouts.filter(({ title, hasRoom }) => title && hasRoom)
  // A cover's second line is no place for text, nor is a section's: better a heading alone, below which words get boxes.
  const found =
    (name === 'title' ? layouts.find((one) => names.test(one.name)) : undefined) ??
    roomy.find(({ type }) => type === 'obj' || type === 'tx') ??
    roomy.find(
      ({ type, bodies, isForText }) =>
        type !== 'title' && type !== 'secHead' && isForText && bodies.length === 1,
    ) ??
    roomy.find(({ type }) => type === 'titleOnly') ??
    roomy.find(({ type }) => type !== 'title' && type !== 'secHead') ??
    layouts.find((one) => forAnything.test(one.name)) ??
    layouts.find(({ title, bodies }) => title === null && bodies.length === 0) ??
    layouts[0]
  return { found, isMeant: isUsual && found?.hasRoom === true }
}
