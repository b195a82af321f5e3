/** Everything study-deck itself says on slides and pages, in each language that it speaks. */
const table = {
  zh: {
    agenda: '目录',
    continued: '续',
    decks: '课件',
    slides: (count: number) => `${count} 页`,
    minutes: (count: number) => `约 ${count} 分钟`,
    speaker: '演讲者视图',
    noNotes: '本页没有备注',
    next: '下一页',
    end: '完',
    find: '页码或文字，回车跳转',
    nothingFound: '没有找到',
    callouts: { note: '注意', tip: '提示', important: '重要', warning: '警告', caution: '当心' },
    blocked: '浏览器拦截了新窗口，请允许弹出窗口后再按 S',
    audit: {
      quote: (words: string) => `“${words}”`,
      missing: '备注缺少',
      altered: '备注与原文不同',
      moved: '备注次序与原文不同',
      remark: '备注里另加的话',
      edited: '改过的要点',
      added: '原文没有的要点',
      now: '现在',
      before: '原文',
      nothing: '无',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `段落 ${whole}/${total}，要点 ${verbatim} 处原文`,
      changed: (count: number) => `，${count} 处有改动`,
      more: (count: number) => `，${count} 处另加`,
      faults: (count: number) => `；备注有 ${count} 处与原文不符，请改正`,
    },
  },
  en: {
    agenda: 'Agenda',
    continued: 'continued',
    decks: 'Decks',
    slides: (count: number) => `${count} slides`,
    minutes: (count: number) => `about ${count} min`,
    speaker: 'Speaker view',
    noNotes: 'No notes on this slide',
    next: 'Next',
    end: 'End',
    find: 'Slide number or words, then Enter',
    nothingFound: 'Nothing found',
    callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    blocked: 'The browser blocked the new window; allow pop-ups and press S again',
    audit: {
      quote: (words: string) => `"${words}"`,
      missing: 'missing from the notes',
      altered: 'the notes differ from the document',
      moved: "out of the document's order",
      remark: 'added to the notes',
      edited: 'an edited point',
      added: 'a point that the document does not have',
      now: 'now',
      before: 'was',
      nothing: 'nothing',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `paragraphs ${whole}/${total}, points ${verbatim} verbatim`,
      changed: (count: number) => `, ${count} edited`,
      more: (count: number) => `, ${count} added`,
      faults: (count: number) => `; ${count} ${count === 1 ? 'place' : 'places'} of the notes to put right`,
    },
  },
} as const

/** @param language BCP 47 tag; Chinese of any kind reads Chinese, everyone else English */
export function wordsFor(language: string): (typeof table)['zh' | 'en'] {
  return language.toLowerCase().startsWith('zh') ? table.zh : table.en
}
