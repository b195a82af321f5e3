/** What stands in PowerPoint and Word files beside the deck's own words. Apart from what pages say, since no page carries it. */
const zh = {
  layouts: {
    title: '封面',
    agenda: '目录',
    recap: '小结',
    divider: '分节页',
    list: '要点',
    statement: '一句话',
    demand: '要求',
    panels: '分项',
    steps: '步骤',
    cards: '卡片',
    contrast: '对比',
    definition: '定义',
    figures: '数据',
    timeline: '时间线',
    quotation: '引文',
    article: '条文',
    image: '图片',
    table: '表格',
    code: '代码',
    closing: '结束页',
  },
  linesOf: (layout: string, lines: number) => `${layout}（标题 ${lines} 行）`,
  withoutHeading: (layout: string) => `${layout}（无标题）`,
  inMargin: (layout: string) => `${layout}（标题在左侧）`,
  prompts: { title: '单击此处编辑标题', body: '单击此处编辑文字' },
  unmatched: (layouts: readonly string[], taken: string) =>
    `模板里没有适合“${layouts.join('”“')}”的版式，用了“${taken}”`,
  title: '标题',
  text: '文字',
  point: '要点',
  table: '表格',
  code: '代码',
  picture: '图片',
  notes: '备注',
  furniture: {
    unit: '页脚',
    date: '日期',
    number: '页码',
    marking: '标记',
    title: '页脚',
    section: '部分',
    ordinal: '部分序号',
    extent: '篇幅',
  },
  slide: (number: number) => `第 ${number} 页`,
  /** Less than half a minute is no time to tell. */
  info: (number: number, characters: number, minutes: number) =>
    `第 ${number} 页 · ${characters} 字${minutes ? ` · 约 ${minutes} 分钟` : ''}`,
  length: (slides: number, characters: number, minutes: number) =>
    `${slides} 页，备注 ${characters} 字，约 ${minutes} 分钟`,
  pages: { before: '第 ', between: ' 页，共 ', after: ' 页' },
  merge: {
    edited: (points: number, notes: number) =>
      [points && `文字 ${points} 处`, notes && `备注 ${notes} 处`].filter(Boolean).join('，') ||
      '没有并入改动',
    added: '新加的一页',
    clash: '两边都改过，没有并入；请自己对照',
    gone: '文件里删掉了；Markdown 里还留着，不要的请自己删',
    moved: (behind: string, isTaken: boolean) =>
      isTaken
        ? `已挪到${behind ? `“${behind}”后面` : '最前面'}`
        : `文件里挪到了${behind ? `“${behind}”后面` : '最前面'}，Markdown 里没有动；要照文件的顺序，加 --take-order`,
    change: (before: string, after: string) =>
      before && after ? `“${before}” 改为 “${after}”` : before ? `删去 “${before}”` : `增加 “${after}”`,
    both: (deck: string, file: string) =>
      `课件${deck ? `：“${deck}”` : '没有'}；文件${file ? `：“${file}”` : '没有'}`,
    left: (words: string) => `没有并入（公式、图等请在 Markdown 里改）：${words}`,
    comment: (who: string, words: string) => `批注（${who}）记入审阅：${words}`,
    unplaced: (who: string, words: string) => `批注（${who}）没有记下：${words}`,
    nothing: '和课件一样，没有改动',
    guessed: '这个文件没有记下导出时的文字，是和课件现在的文字比较的；请看一遍结果',
    slide: (number: number, name: string) => `第 ${number} 页 ${name}`,
  },
}

export type OfficeWords = typeof zh

const traditional: OfficeWords = {
  layouts: {
    title: '封面',
    agenda: '目錄',
    recap: '小結',
    divider: '分節頁',
    list: '要點',
    statement: '一句話',
    demand: '要求',
    panels: '分項',
    steps: '步驟',
    cards: '卡片',
    contrast: '對比',
    definition: '定義',
    figures: '數據',
    timeline: '時間線',
    quotation: '引文',
    article: '條文',
    image: '圖片',
    table: '表格',
    code: '程式碼',
    closing: '結束頁',
  },
  linesOf: (layout, lines) => `${layout}（標題 ${lines} 行）`,
  withoutHeading: (layout) => `${layout}（無標題）`,
  inMargin: (layout) => `${layout}（標題在左側）`,
  prompts: { title: '按一下以編輯標題', body: '按一下以編輯文字' },
  unmatched: (layouts, taken) => `範本裡沒有適合「${layouts.join('」「')}」的版面配置，用了「${taken}」`,
  title: '標題',
  text: '文字',
  point: '要點',
  table: '表格',
  code: '程式碼',
  picture: '圖片',
  notes: '備忘稿',
  furniture: {
    unit: '頁尾',
    date: '日期',
    number: '頁碼',
    marking: '標記',
    title: '頁尾',
    section: '部分',
    ordinal: '部分序號',
    extent: '篇幅',
  },
  slide: (number) => `第 ${number} 頁`,
  info: (number, characters, minutes) =>
    `第 ${number} 頁 · ${characters} 字${minutes ? ` · 約 ${minutes} 分鐘` : ''}`,
  length: (slides, characters, minutes) => `${slides} 頁，備忘稿 ${characters} 字，約 ${minutes} 分鐘`,
  pages: { before: '第 ', between: ' 頁，共 ', after: ' 頁' },
  merge: {
    edited: (points, notes) =>
      [points && `文字 ${points} 處`, notes && `備忘稿 ${notes} 處`].filter(Boolean).join('，') ||
      '沒有併入改動',
    added: '新加的一頁',
    clash: '兩邊都改過，沒有併入；請自己對照',
    gone: '檔案裡刪掉了；Markdown 裡還留著，不要的請自己刪',
    moved: (behind, isTaken) =>
      isTaken
        ? `已移到${behind ? `「${behind}」後面` : '最前面'}`
        : `檔案裡移到了${behind ? `「${behind}」後面` : '最前面'}，Markdown 裡沒有動；要照檔案的順序，加 --take-order`,
    change: (before, after) =>
      before && after ? `「${before}」改為「${after}」` : before ? `刪去「${before}」` : `增加「${after}」`,
    both: (deck, file) => `課件${deck ? `：「${deck}」` : '沒有'}；檔案${file ? `：「${file}」` : '沒有'}`,
    left: (words) => `沒有併入（公式、圖等請在 Markdown 裡改）：${words}`,
    comment: (who, words) => `註解（${who}）記入審閱：${words}`,
    unplaced: (who, words) => `註解（${who}）沒有記下：${words}`,
    nothing: '和課件一樣，沒有改動',
    guessed: '這個檔案沒有記下匯出時的文字，是和課件現在的文字比較的；請看一遍結果',
    slide: (number, name) => `第 ${number} 頁 ${name}`,
  },
}

const japanese: OfficeWords = {
  layouts: {
    title: '表紙',
    agenda: '目次',
    recap: 'まとめ',
    divider: 'セクション',
    list: '要点',
    statement: '一言',
    demand: '要求',
    panels: '項目',
    steps: '手順',
    cards: 'カード',
    contrast: '対比',
    definition: '定義',
    figures: '数値',
    timeline: '年表',
    quotation: '引用',
    article: '条文',
    image: '図',
    table: '表',
    code: 'コード',
    closing: '結び',
  },
  linesOf: (layout, lines) => `${layout}（見出し ${lines} 行）`,
  withoutHeading: (layout) => `${layout}（見出しなし）`,
  inMargin: (layout) => `${layout}（見出しが左）`,
  prompts: { title: 'クリックしてタイトルを編集', body: 'クリックしてテキストを編集' },
  unmatched: (layouts, taken) =>
    `テンプレートに「${layouts.join('」「')}」に合うレイアウトがないため「${taken}」を使いました`,
  title: 'タイトル',
  text: 'テキスト',
  point: '要点',
  table: '表',
  code: 'コード',
  picture: '図',
  notes: 'ノート',
  furniture: {
    unit: 'フッター',
    date: '日付',
    number: 'スライド番号',
    marking: '取扱い',
    title: 'フッター',
    section: 'セクション',
    ordinal: 'セクション番号',
    extent: '分量',
  },
  slide: (number) => `スライド ${number}`,
  info: (number, characters, minutes) =>
    `スライド ${number} · ${characters} 字${minutes ? ` · 約 ${minutes} 分` : ''}`,
  length: (slides, characters, minutes) => `${slides} 枚、ノート ${characters} 字、約 ${minutes} 分`,
  pages: { before: '', between: ' / ', after: ' ページ' },
  merge: {
    edited: (points, notes) =>
      [points && `語句 ${points} か所`, notes && `ノート ${notes} か所`].filter(Boolean).join('、') ||
      '取り込んだ変更はありません',
    added: '追加されたスライド',
    clash: '両方で変更されたため取り込んでいません。見比べてください',
    gone: 'ファイルでは削除されました。Markdown には残します。不要なら削除してください',
    moved: (behind, isTaken) =>
      isTaken
        ? `${behind ? `「${behind}」の後` : '先頭'}に移しました`
        : `ファイルでは${behind ? `「${behind}」の後` : '先頭'}に移動。Markdown はそのままです（--take-order でファイルの順にします）`,
    change: (before, after) =>
      before && after
        ? `「${before}」を「${after}」に`
        : before
          ? `「${before}」を削除`
          : `「${after}」を追加`,
    both: (deck, file) =>
      `デッキ${deck ? `：「${deck}」` : 'になし'}、ファイル${file ? `：「${file}」` : 'になし'}`,
    left: (words) => `取り込んでいません（数式や図は Markdown で直してください）：${words}`,
    comment: (who, words) => `コメント（${who}）をレビューに記録：${words}`,
    unplaced: (who, words) => `コメント（${who}）は記録していません：${words}`,
    nothing: '変更はありません',
    guessed: '書き出し時の語句が記録されていないため、今のデッキと比べました。結果を確かめてください',
    slide: (number, name) => `スライド ${number} ${name}`,
  },
}

const en: OfficeWords = {
  layouts: {
    title: 'Cover',
    agenda: 'Agenda',
    recap: 'Recap',
    divider: 'Section',
    list: 'Points',
    statement: 'Statement',
    demand: 'Demand',
    panels: 'Items',
    steps: 'Steps',
    cards: 'Cards',
    contrast: 'Two Sides',
    definition: 'Definition',
    figures: 'Figures',
    timeline: 'Timeline',
    quotation: 'Quotation',
    article: 'Article',
    image: 'Picture',
    table: 'Table',
    code: 'Code',
    closing: 'Closing',
  },
  linesOf: (layout, lines) => `${layout} (heading of ${lines} lines)`,
  withoutHeading: (layout) => `${layout} (no heading)`,
  inMargin: (layout) => `${layout} (headings at the left)`,
  prompts: { title: 'Click to edit the title', body: 'Click to edit the text' },
  unmatched: (layouts, taken) =>
    `the template has no layout for "${layouts.join('", "')}"; "${taken}" was used`,
  title: 'Title',
  text: 'Text',
  point: 'Point',
  table: 'Table',
  code: 'Code',
  picture: 'Picture',
  notes: 'Notes',
  furniture: {
    unit: 'Footer',
    date: 'Date',
    number: 'Slide number',
    marking: 'Marking',
    title: 'Footer',
    section: 'Section',
    ordinal: 'Section number',
    extent: 'Length',
  },
  slide: (number) => `Slide ${number}`,
  info: (number, characters, minutes) =>
    `Slide ${number} · ${characters} words${minutes ? ` · about ${minutes} min` : ''}`,
  length: (slides, characters, minutes) =>
    `${slides} slides, notes of ${characters} words, about ${minutes} min`,
  pages: { before: 'Page ', between: ' of ', after: '' },
  merge: {
    edited: (points, notes) =>
      [points && `${points} on the slide`, notes && `${notes} in the notes`].filter(Boolean).join(', ') ||
      'no change taken over',
    added: 'a new slide',
    clash: 'changed in the Markdown as well, left as it is; compare the two',
    gone: 'deleted in the file; still in the Markdown: delete it there if it is to go',
    moved: (behind, isTaken) =>
      isTaken
        ? `moved ${behind ? `behind "${behind}"` : 'to the beginning'}`
        : `moved ${behind ? `behind "${behind}"` : 'to the beginning'} in the file, not in the Markdown; --take-order takes the file's order`,
    change: (before, after) =>
      before && after
        ? `"${before}" is now "${after}"`
        : before
          ? `"${before}" taken out`
          : `"${after}" added`,
    both: (deck, file) =>
      `the deck: ${deck ? `"${deck}"` : 'nothing'}; the file: ${file ? `"${file}"` : 'nothing'}`,
    left: (words) => `not taken over (edit formulas and pictures in the Markdown): ${words}`,
    comment: (who, words) => `comment (${who}), now a remark of the review: ${words}`,
    unplaced: (who, words) => `comment (${who}), not recorded: ${words}`,
    nothing: 'the same as the deck: nothing was changed',
    guessed:
      'the file does not tell what it said when it was exported; it was compared with the deck as it is now: read the result',
    slide: (number, name) => `slide ${number} ${name}`,
  },
}

export const officeTable = { zh, traditional, japanese, en } as const
