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
  },
} as const

/** @param language BCP 47 tag; Chinese of any kind reads Chinese, everyone else English */
export function wordsFor(language: string): (typeof table)['zh' | 'en'] {
  return language.toLowerCase().startsWith('zh') ? table.zh : table.en
}
