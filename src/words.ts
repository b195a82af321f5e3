import { japanese } from './words/japanese.ts'
import { traditional } from './words/traditional.ts'

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** Signs that the views show in every language. */
export const signs = {
  right: '→',
  left: '←',
  up: '↑',
  down: '↓',
  next: '▶',
  back: '◀',
  minus: '−',
  dash: '–',
  dot: ' · ',
  /** As wide as an ideograph. */
  gap: '\u3000',
} as const

/** Everything study-deck itself says on slides and pages, in each language that it speaks. */
const table = {
  zh: {
    agenda: '目录',
    byTopic: '原文没有小标题，以下按话题分段',
    decks: '课件',
    slides: (count: number) => `${count} 页`,
    minutes: (count: number) => `约 ${count} 分钟`,
    speaker: '演讲者视图',
    noNotes: '本页没有备注',
    end: '完',
    find: '页码或文字，回车跳转',
    nothingFound: '没有找到',
    look: { continued: '（续）', furniture: '页脚' },
    remarks: {
      shrunk: (percent: number) => `字多，字号缩小到 ${percent}%`,
      split: (count: number) => `字多，分成 ${count} 页`,
      noGlyph: (character: string, code: string) =>
        `随课件的字体没有“${character}”（${code}），放映的电脑要有这个字`,
    },
    gaps: {
      names: { picture: '图片', video: '视频', audio: '音频', frame: '网页', background: '背景' },
      shown: (name: string, said: string, address: string) =>
        `〔${name}${said ? `“${said}”` : ''}：${address || '没有地址'}〕`,
      reasons: {
        elsewhere: (name: string, address: string) =>
          `${name} ${address} 不在 Markdown 旁边，这里只写出地址；请把它存进课件的文件夹`,
        kind: (name: string, address: string) =>
          `${address} 不是浏览器能显示的${name}，这里只写出名称；请换成 PNG、JPEG、SVG、WebP、GIF、MP4、WebM 或 MP3`,
        missing: (name: string, address: string) =>
          `没有${name} ${address}，这里只写出名称；请把它放在 Markdown 旁边，或改正名称`,
        outside: (name: string, address: string) =>
          `${name} ${address} 在课件的文件夹外面，这里只写出名称；请复制进来`,
        large: (name: string, address: string) => `${name} ${address} 超过 20 MB，这里只写出名称；请缩小`,
        notFile: (name: string, address: string) =>
          `${address} 不是普通文件，这里只写出名称；请换成${name}文件`,
      },
    },
    callouts: { note: '注意', tip: '提示', important: '重要', warning: '警告', caution: '当心' },
    document: { picture: (number: number) => `（图片 ${number}）` },
    derive: {
      made: (files: number, slides: number, points: number) =>
        `${files} 个文件，${slides} 页，${points} 个要点`,
      states: {
        new: '新建',
        refreshed: '更新',
        unchanged: '未变',
        kept: '保留您的改动',
        outdated: '保留您的改动，但原文这一段已变，请核对',
        own: '您自己加的，照原样',
        retired: '撤下，原文已没有这一段',
        'left-out': '您删去的，不再加入；要重新生成，请删去整个文件',
      },
      count: (state: string, count: number) => `${state} ${count} 页`,
      slide: (number: number) => `第 ${number} 页`,
      removed: '文件已空，删去',
      leftOutAt: (before: string) => (before ? `原文“${before}”后面还有：` : '原文开头还有：'),
      leftOutAround: '没有带进来：',
      leftOutHere: (what: string) => `原文这里还有：${what}`,
      leftOutKind: (kind: string, words: string) => (words ? `${kind}“${words}”` : kind),
      leftOutComma: '、',
      leftOutKinds: {
        picture: '图片（没有带进来）',
        chart: '图表（没有带进来）',
        formula: '公式（已改写成一行，请核对）',
        comment: '批注（没有带进来）',
        attachment: '附件（没有带进来）',
        hidden: '隐藏文字（没有带进来）',
        table: '表格（行列请核对）',
        symbol: '认不出的符号（请核对）',
        numbers: '自动编号（没有带进来，请核对）',
        'page-furniture': '页眉、页脚、页码或水印',
        surroundings: '网页四周的文字',
      },
      leftOutPictures: (folder: string) =>
        `图片可以截图存成 PNG 放进 ${folder}，在那一页写上 ![](文件名.png)`,
      dryRun: '只是预览，什么也没有写',
      next: (deck: string) => `下一步：study-deck dev 在浏览器里看；改好后 study-deck check ${deck} 逐字核对`,
    },
    audit: {
      quote: (words: string) => `“${words}”`,
      missing: '备注缺少',
      altered: '备注与原文不同',
      moved: '备注次序与原文不同',
      remark: '备注里另加的话',
      hidden: '看不见或不能照原样读的字',
      source: 'source.txt 与原件不同（重新 derive，或找回原来的文件）',
      unchecked: '没有原文，未核对',
      edited: '改过的要点',
      added: '原文没有的要点',
      now: '现在',
      before: '原文',
      nothing: '无',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `段落 ${whole}/${total}，要点 ${verbatim} 处原文`,
      changed: (count: number) => `，${count} 处有改动`,
      more: (count: number) => `，${count} 处另加`,
      pictures: (count: number) => `，图片 ${count} 幅（图中文字没有核对）`,
      meantCount: (count: number) => `，${count} 处注明有意`,
      faults: (count: number) => `；有 ${count} 处与原文不符，请改正`,
      isMeant: '有意',
      howToMean: '如属有意，在这一页加一行',
      meant: {
        missing: '有意略去：',
        altered: '有意改动：',
        moved: '有意移动：',
        hidden: '有意隐藏：',
        edited: '有意改写：',
        added: '有意另加：',
      },
    },
    presenter: {
      tools: '放映工具',
      space: '空格',
      actions: {
        next: '下一步',
        back: '上一步',
        first: '第一页',
        last: '最后一页',
        agenda: '目录：跳到一个部分',
        find: '查找：页码、页面文字、备注文字',
        overview: '全部页面',
        black: '黑屏',
        white: '白屏',
        laser: '激光笔',
        pen: '画笔',
        highlighter: '荧光笔',
        undo: '撤销一笔',
        clear: '擦净本页',
        zoom: '放大鼠标所指处（Shift+方向键移动）',
        fullScreen: '全屏',
        leave: '退出当前工具',
        speaker: '打开演讲者视图',
        speakerHere: '在本窗口显示演讲者视图',
        theme: '换主题',
        wall: '打开放映窗口',
        wallHere: '在本窗口放映',
        bigger: '备注字大一些',
        smaller: '备注字小一些',
        watch: '开始或暂停计时',
        restart: '计时归零',
        settings: '时间设置',
        rehearse: '开始或结束排练',
        help: '按键说明',
      },
      short: {
        agenda: '目录',
        find: '查找',
        laser: '激光',
        pen: '画笔',
        highlighter: '荧光',
        clear: '擦净',
        zoom: '放大',
        black: '黑屏',
        fullScreen: '全屏',
        speaker: '演讲者',
        help: '帮助',
        watch: '计时',
        settings: '时间',
        rehearse: '排练',
        wallHere: '本窗口放映',
        next: '下一步',
        back: '上一步',
      },
      place: (slide: number, slides: number) => `第 ${slide} / ${slides} 页`,
      section: (number: number, sections: number) => `第 ${number} / ${sections} 部分`,
      now: '现在',
      following: '下一步',
      notes: '备注',
      elapsed: '已用',
      remaining: '剩余',
      over: '超时',
      target: '目标分钟',
      pace: '每分钟字数',
      planned: (minutes: number) => `按备注约 ${minutes} 分钟`,
      ahead: (time: string) => `快 ${time}`,
      behind: (time: string) => `慢 ${time}`,
      onTime: '正好',
      notStarted: '未开始',
      time: (minutes: number, seconds: number) => (minutes ? `${minutes} 分 ${seconds} 秒` : `${seconds} 秒`),
      noWall: '没有放映窗口。',
      asTab: '在新标签页放映',
      settings: '时间设置',
      rehearsal: '排练结果',
      slide: '页面',
      plan: '计划',
      used: '实用',
      difference: '相差',
      total: '合计',
      copy: '复制',
      copied: '已复制',
      download: '下载',
      save: '存入课件',
      saved: '已存入课件',
      notSaved: '没有存入：',
      paste: '把下面几行放进课件第一个 Markdown 文件开头的两行 --- 之间：',
      close: '关闭',
    },
    paper: {
      subject: { slides: '幻灯片', notes: '备注审阅稿', handout: '讲义' },
      slide: (numbers: string) => `幻灯片 ${numbers}`,
      page: ['第 ', ' 页，共 ', ' 页'],
      words: (count: number) => `${count} 字`,
      seconds: (count: number) => `约 ${count} 秒`,
      states: { verbatim: '√ 原文', edited: '△ 有改动', missing: '× 有缺漏' },
      original: '原文',
      now: '幻灯片上',
      lost: '备注缺少原文：',
      altered: '备注与原文不同，原文是：',
      hidden: '看不见或不能照原样读的字：',
      meant: '注明有意：',
      own: '（原文没有）',
      search: '搜索',
      section: '部分',
      allSections: '全部内容',
      state: '核对结果',
      allStates: '全部核对结果',
      shown: (count: number, total: number) => `显示 ${count} / ${total} 张`,
      keys: 'J、K：下一段、上一段；/：搜索',
      print: '打印',
      perPage: '每页幻灯片',
      withNotes: '附备注',
      views: { deck: '放映', notes: '讲稿', handout: '讲义' },
      opening: '开头',
    },
  },
  en: {
    agenda: 'Agenda',
    byTopic: 'The document has no headings; it is parted by topic',
    decks: 'Decks',
    slides: (count: number) => many(count, 'slide'),
    minutes: (count: number) => `about ${count} min`,
    speaker: 'Speaker view',
    noNotes: 'No notes on this slide',
    end: 'End',
    find: 'Slide number or words, then Enter',
    nothingFound: 'Nothing found',
    look: { continued: ' (continued)', furniture: 'Footer' },
    remarks: {
      shrunk: (percent: number) => `much text: set at ${percent} % of its size`,
      split: (count: number) => `much text: split into ${count} slides`,
      noGlyph: (character: string, code: string) =>
        `the deck's fonts have no "${character}" (${code}); the computer that shows it must have it`,
    },
    gaps: {
      names: {
        picture: 'picture',
        video: 'film',
        audio: 'sound',
        frame: 'web page',
        background: 'background',
      },
      shown: (name: string, said: string, address: string) =>
        `[${name}${said ? ` "${said}"` : ''}: ${address || 'no address'}]`,
      reasons: {
        elsewhere: (name: string, address: string) =>
          `the ${name} ${address} is not beside the Markdown, only its address is shown; save it in the deck's folder`,
        kind: (name: string, address: string) =>
          `${address} is no ${name} that browsers show, only its name is; use PNG, JPEG, SVG, WebP, GIF, MP4, WebM or MP3`,
        missing: (name: string, address: string) =>
          `no ${name} ${address}, only its name is shown; put it beside the Markdown or mend its name`,
        outside: (name: string, address: string) =>
          `the ${name} ${address} is outside the deck's folder, only its name is shown; copy it in`,
        large: (name: string, address: string) =>
          `the ${name} ${address} is over 20 MB, only its name is shown; make it smaller`,
        notFile: (name: string, address: string) =>
          `${address} is no plain file, only its name is shown; put the ${name} itself there`,
      },
    },
    callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    document: { picture: (number: number) => `(picture ${number})` },
    derive: {
      made: (files: number, slides: number, points: number) =>
        `${many(files, 'file')}, ${many(slides, 'slide')}, ${many(points, 'point')}`,
      states: {
        new: 'new',
        refreshed: 'refreshed',
        unchanged: 'unchanged',
        kept: 'your edits are kept',
        outdated: 'your edits are kept, but this paragraph of the document changed: compare them',
        own: 'yours, as it was',
        retired: 'taken out, its paragraph is gone from the document',
        'left-out': 'taken out by you, so it stays out; delete its file to derive it anew',
      },
      count: (state: string, count: number) => `${count} ${state}`,
      slide: (number: number) => `slide ${number}`,
      removed: 'empty now, removed',
      leftOutAt: (before: string) =>
        before ? `the original has after "${before}": ` : 'the original has at the beginning: ',
      leftOutAround: 'left out: ',
      leftOutHere: (what: string) => `the original has here: ${what}`,
      leftOutKind: (kind: string, words: string) => (words ? `${kind} "${words}"` : kind),
      leftOutComma: ', ',
      leftOutKinds: {
        picture: 'picture (left out)',
        chart: 'chart (left out)',
        formula: 'formula (written on one line; check it)',
        comment: 'comment (left out)',
        attachment: 'attachment (left out)',
        hidden: 'hidden text (left out)',
        table: 'table (check its rows and columns)',
        symbol: 'unknown symbol (check it)',
        numbers: 'automatic numbers (left out; check them)',
        'page-furniture': 'heads and feet of pages, page numbers, watermarks',
        surroundings: 'what stands around the text of the web page',
      },
      leftOutPictures: (folder: string) =>
        `save a screenshot of a picture as PNG in ${folder} and write ![](name.png) on its slide`,
      dryRun: 'only a preview, nothing was written',
      next: (deck: string) =>
        `next: study-deck dev shows it in the browser; study-deck check ${deck} compares every word`,
    },
    audit: {
      quote: (words: string) => `"${words}"`,
      missing: 'missing from the notes',
      altered: 'the notes differ from the document',
      moved: "out of the document's order",
      remark: 'added to the notes',
      hidden: "words that can't be seen, or not as written",
      source: 'source.txt is not what the document says (derive again, or bring back the file)',
      unchecked: 'no document, not checked',
      edited: 'an edited point',
      added: 'a point that the document does not have',
      now: 'now',
      before: 'was',
      nothing: 'nothing',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `paragraphs ${whole}/${total}, points ${verbatim} verbatim`,
      changed: (count: number) => `, ${count} edited`,
      more: (count: number) => `, ${count} added`,
      pictures: (count: number) => `, ${many(count, 'picture')} (words in them not compared)`,
      meantCount: (count: number) => `, ${count} marked as meant`,
      faults: (count: number) => `; ${many(count, 'place')} to put right`,
      isMeant: 'meant',
      howToMean: 'if it is meant so, add to this slide',
      meant: {
        missing: 'meant: left out: ',
        altered: 'meant: changed: ',
        moved: 'meant: moved: ',
        hidden: 'meant: hidden: ',
        edited: 'meant: reworded: ',
        added: 'meant: added: ',
      },
    },
    presenter: {
      tools: 'Presenter tools',
      space: 'Space',
      actions: {
        next: 'Next step',
        back: 'Previous step',
        first: 'First slide',
        last: 'Last slide',
        agenda: 'Agenda: go to a section',
        find: 'Find a slide by number, or words on slides and in notes',
        overview: 'All slides',
        black: 'Black screen',
        white: 'White screen',
        laser: 'Laser pointer',
        pen: 'Pen',
        highlighter: 'Highlighter',
        undo: 'Take back a stroke',
        clear: 'Wipe this slide',
        zoom: 'Zoom to the pointer (Shift+arrows move)',
        fullScreen: 'Full screen',
        leave: 'Leave a tool',
        speaker: 'Open the speaker view',
        speakerHere: 'Speaker view in this window',
        theme: 'Next theme',
        wall: 'Open the slides window',
        wallHere: 'Slides in this window',
        bigger: 'Larger notes',
        smaller: 'Smaller notes',
        watch: 'Start or pause the stopwatch',
        restart: 'Set the stopwatch to zero',
        settings: 'Time settings',
        rehearse: 'Start or end a rehearsal',
        help: 'Keys',
      },
      short: {
        agenda: 'Agenda',
        find: 'Find',
        laser: 'Laser',
        pen: 'Pen',
        highlighter: 'Marker',
        clear: 'Wipe',
        zoom: 'Zoom',
        black: 'Black',
        fullScreen: 'Full screen',
        speaker: 'Speaker',
        help: 'Help',
        watch: 'Timer',
        settings: 'Time',
        rehearse: 'Rehearse',
        wallHere: 'Slides here',
        next: 'Next',
        back: 'Back',
      },
      place: (slide: number, slides: number) => `Slide ${slide} of ${slides}`,
      section: (number: number, sections: number) => `Section ${number} of ${sections}`,
      now: 'Now',
      following: 'Next',
      notes: 'Notes',
      elapsed: 'Elapsed',
      remaining: 'Left',
      over: 'Over',
      target: 'Target, minutes',
      pace: 'Words a minute',
      planned: (minutes: number) => `about ${minutes} min by the notes`,
      ahead: (time: string) => `${time} ahead`,
      behind: (time: string) => `${time} behind`,
      onTime: 'on time',
      notStarted: 'not started',
      time: (minutes: number, seconds: number) => (minutes ? `${minutes} min ${seconds} s` : `${seconds} s`),
      noWall: 'No wall yet.',
      asTab: 'Open as tab',
      settings: 'Time',
      rehearsal: 'Rehearsal',
      slide: 'Slide',
      plan: 'Planned',
      used: 'Used',
      difference: 'Difference',
      total: 'Total',
      copy: 'Copy',
      copied: 'Copied',
      download: 'Download',
      save: 'Save in the deck',
      saved: 'Saved in the deck',
      notSaved: 'Not saved: ',
      paste: "Put these lines between the two --- lines at the top of the deck's first Markdown file:",
      close: 'Close',
    },
    paper: {
      subject: { slides: 'Slides', notes: 'Notes to review', handout: 'Handout' },
      slide: (numbers: string) => `Slide ${numbers}`,
      page: ['Page ', ' of ', ''],
      words: (count: number) => `${count} words`,
      seconds: (count: number) => `about ${count} s`,
      states: { verbatim: '√ verbatim', edited: '△ edited', missing: '× incomplete' },
      original: 'Document',
      now: 'On the slide',
      lost: 'The notes lack: ',
      altered: 'The notes differ from the document, which says: ',
      hidden: "Words that can't be seen, or not as written: ",
      meant: 'Said to be meant: ',
      own: '(not in the document)',
      search: 'Search',
      section: 'Section',
      allSections: 'All sections',
      state: 'Check',
      allStates: 'All results',
      shown: (count: number, total: number) => `${count} of ${total} slides shown`,
      keys: 'J, K: next, previous; /: search',
      print: 'Print',
      perPage: 'Slides to a page',
      withNotes: 'with notes',
      views: { deck: 'Present', notes: 'Notes', handout: 'Handout' },
      opening: 'Opening',
    },
  },
} as const

/** A language that study-deck speaks. */
export type Language = 'zh' | 'en'

/** What one language says in the place of another: every text a text, every function one of the same values. */
type Said<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Said<T[K]> }

/** The words of one language. */
export type Words = Said<(typeof table)['zh']>

/** @param language BCP 47 tag; Chinese of any kind reads Chinese, everyone else English */
export function spoken(language: string): Language {
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Whether a language is written with the characters of Taiwan, Hong Kong and Macau. @param language BCP 47 tag */
export function isTraditional(language: string): boolean {
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(language)
}

/** A language that has words of its own for slides and pages, and those of another for the command line. */
function wordsOver(base: Words, own: typeof traditional | typeof japanese): Words {
  const { gapNames, shown, actions, short, presenter, ...others } = own
  return {
    ...base,
    ...others,
    gaps: { ...base.gaps, names: gapNames, shown },
    presenter: { ...base.presenter, ...presenter, actions, short },
    paper: { ...base.paper, ...own.paper },
  }
}

const everyone: Readonly<Record<'zh' | 'zh-Hant' | 'ja' | 'en', Words>> = {
  zh: table.zh,
  'zh-Hant': wordsOver(table.zh, traditional),
  ja: wordsOver(table.en, japanese),
  en: table.en,
}

/** What slides and pages say in the language of a deck. @param language BCP 47 tag */
export function wordsFor(language: string): Words {
  if (isTraditional(language)) return everyone['zh-Hant']
  return /^ja\b/i.test(language) ? everyone.ja : everyone[spoken(language)]
}

/**
 * What a person is told of a mistake, in each language that study-deck speaks: what is wrong and what to do. Apart from
 * what the pages say, since no page carries it.
 */
const faults = {
  zh: {
    standardInput: '标准输入',
    tooLarge: '文件超过 20 MB；请拆成几份',
    noFile: '没有这个文件；请核对文件名',
    isFolder: '这是文件夹；请写明里面的哪个文件',
    notAFile: '这里有一个东西，但不是普通文件；请换一个地方',
    busy: '别的程序一直在改它；请关闭那个程序再试',
    unreadable: '文件打不开；请检查谁有权打开它',
    empty: '文件是空的；请重新保存一次再试',
    noWords: '文件里没有文字；请核对是不是这个文件',
    noWordsInPdf: '这个 PDF 里没有文字，只有文字的图片；请先做文字识别再试',
    noWordsInDocx: '这个文档里没有文字；如果是扫描件，请先做文字识别再试',
    noText: '这不是 UTF-8、UTF-16、GB18030 或 Big5 文本；请另存为 .docx 或 .txt 再试',
    controlCharacter: '这里有控制字符，文本里不会有；请重新保存一次再试',
    damagedText: '这里的 UTF-8 文字已损坏；请重新保存一次再试',
    locked: '这个文档有密码；请用 Word 或 WPS 打开，去掉密码另存为 .docx 再试',
    oldOffice: '这是旧的 .doc、.wps 或 .xls 文件；请用 Word 或 WPS 打开，另存为 .docx 再试',
    rtf: '这是 RTF 文件；请用 Word 或 WPS 打开，另存为 .docx 再试',
    picture: '这是图片；请先做文字识别，存成 .docx 或 .txt 再试',
    archive: '这是压缩包；请解压，再用里面的文档试',
    film: '这是录像或录音；请把里面说的话存成 .docx 或 .txt 再试',
    program: '这是程序，不是文档；请选择文档',
    archiveNotWord: '这是压缩包，不是 Word 文档；请解压，再用里面的文档试',
    wordWithoutText: '这个 Word 文档缺了正文；请用 Word 或 WPS 打开，重新保存再试',
    workbook: '这是 Excel 表格；请把里面的文字复制到 Word 文档里再试',
    presentation: '这是 PowerPoint 演示文稿；请把大纲另存为 .docx 再试',
    openDocument: '这是 OpenDocument 文件；请打开它，另存为 .docx 再试',
    ofd: '这是 OFD 文件；请用它的阅读器打开，另存为 PDF 或 .docx 再试',
    unpacksTooLarge: '这个文档解压后超过 200 MB；请只把文字另存为新的 .docx 再试',
    damagedDocument: '这个文档已损坏或不完整；请用 Word 或 WPS 打开，重新保存再试',
    documentsWithin: '文档里套文档，层数太多；请把文字另存为 .docx 再试',
    xmlEntities: '这个文档里的 XML 声明了实体，Word 文档不会这样；请用 Word 或 WPS 打开，另存为 .docx 再试',
    xmlDamaged: '这个文档里的 XML 已损坏；请用 Word 或 WPS 打开，另存为 .docx 再试',
    xmlEmpty: '这个文档里的 XML 是空的；请用 Word 或 WPS 打开，另存为 .docx 再试',
    xmlDeep: '这个文档里的 XML 嵌套太深；请用 Word 或 WPS 打开，另存为 .docx 再试',
    pdfLocked: '这个 PDF 有密码；请去掉密码另存再试',
    pdfDamaged: '这个 PDF 已损坏或不完整；请打开它，重新保存或打印成 PDF 再试',
    pdfPages: (most: number) => `这个 PDF 超过 ${most} 页；请拆开，用其中一份再试`,
    pdfTables: '这个 PDF 用到的字体不在文件里，这里也没有它的字表；请另存为带字体的 PDF 或 .docx 再试',
    pdfSlow: '这个 PDF 读得太久；请重新打印成 PDF 再试',
    htmlDeep: '这个网页嵌套太深，读不了；请把文字另存为 .txt 再试',
    markdownDeep: '这个文本嵌套太深，读不了；请去掉行首的 > 和 - 再试',

    frontMatter: (mistake: string) => `文件开头的设置：${mistake}`,
    yaml: (_mistake: string) => '这一行写法不对；请写成“名称: 值”，引号要成对',
    settingLines: '请一行写一个“名称: 值”',
    setting: (name: string, wanted: string) => `文件开头的设置：${name} 应写${wanted}；这一项没有采用`,
    settingTwice: (name: string) => `文件开头的设置：${name} 写了两次；采用的是前一个`,
    unknownSetting: (name: string, nearest: string) =>
      `文件开头的设置：没有 ${name} 这一项，没有采用；是不是 ${nearest}？`,
    otherSettings: (names: readonly string[]) =>
      `文件开头的设置：${names.join('、')} 是别的程序的设置，没有采用`,
    mended: (line: string) => `文件开头的设置：这一行读懂了，别的程序读不懂；请写成 ${line}`,
    logoElsewhere: '文件开头的设置：网上的标志图片没有放进来；请存到 Markdown 旁边，写它的文件名',
    foreignStyle: '文件开头的设置：css 没有采用；版式由主题决定',
    separator: (name: string) => `文件开头的设置：${name} 读不懂；仍按通常的分隔线分页`,
    control: '这里有控制字符，没有采用',
    slidev: '这是 Slidev 的文稿：文字都读进来了，版式、组件和动画没有；请在浏览器里逐页核对',
    marp: '这是 Marp 的文稿：已按本程序的版式放映，它自己的主题和样式没有采用',
    kinds: {
      text: '文字',
      language: '语言代码（如 zh-CN、zh-TW、en）',
      picture: '图片的文件名',
      timings: '“标题: 秒数”，每行一个，秒数大于 0',
      'true or false': 'true 或 false',
      'number above 0': '大于 0 的数字',
      theme: '朱、墨或素（zhu、mo 或 su）',
      ratio: '16:9 或 4:3',
    },

    formula: (mistake: string) => `公式读不懂：${mistake}`,
    formulaDeep: '公式嵌套太深；请写简单些',
    tooMuchHtml: '一页里的 HTML 太多；请写简单些',
    tooManyCharacters: (most: number) => `一页超过 ${most} 个字符；请用 --- 分开`,

    noSlides: '没有这个文件夹；请用 --slides 指明课件所在的文件夹',
    noSuchDeck: (decks: readonly string[]) =>
      decks.length ? `没有这个课件；现有 ${decks.join('、')}` : '没有这个课件；还一个都没有',
    noDecks: '还没有课件；请先用 derive 生成一个',
    noMarkdown: '没有 Markdown 文件；请用 derive 生成课件，或在里面写一个 01.md',
    otherFolder: '这个文件夹里是别的东西；请用 --deck 换一个名称',
    otherDocument: '这个文件夹里是另一份文件的课件；请用 --deck 换一个名称',
    slug: (slug: string) => `“${slug}”不能作课件的名称；请用 --deck 写字母、汉字、数字和连字符`,
    deviceName: (slug: string) => `“${slug}”是 Windows 自用的名称；请用 --deck 换一个`,
    longSlug: '课件的名称太长；请用 --deck 写一个短的',
    likeOtherDeck: (other: string) =>
      `已有课件“${other}”，只差大小写，Windows 分不清；请用 --deck 换一个名称`,
    noDocument: '幻灯片旁边没有可核对的原文',
    lostDocument: '课件的原文不见了；请找回这个文件，或重新 derive',
    tooManyTimings: '用时的条数比课件的页数还多',
    timingsBody: '用时是每个标题对应的秒数',
    noDeckFile: '课件里没有文件',

    port: (port: string) => `“${port}”不是端口；请用 1 到 65535`,
    portInUse: (port: number) => `端口 ${port} 已被占用；请用 --port 换一个`,

    clash: (other: string) => `和 ${other} 的名称冲突（Windows 不分大小写）；请给课件的文件夹换一个名称`,
    outInSlides: '这在课件的文件夹里面；请用 --out 换一个地方',
    outNoPdf: '这里已有一个文件，不是 PDF；请用 --out 换一个名称',
    epoch: (value: string) => `环境变量 SOURCE_DATE_EPOCH 应是 1970 年以来的秒数，不是“${value}”`,

    stopped: '已停止；正在做的文件没有写出',
    outNotThere: '没有这个文件夹；几个文件要放进已有的文件夹',
    outFolder: '没有这个文件夹；请先建好，或用 --out 换一个',
    outReadOnly: '不能写入；请用 --out 换一个文件夹',
    noBrowser: '没有可用来打印的浏览器；请安装 Chrome、Edge 或 Chromium，或用 --browser 指明',
    noProgram: '没有这个程序；请写 Chrome、Edge 或 Chromium 的程序',
    browserStart: (reason: string) => `浏览器没能启动（${reason}）；请用 --browser 换一个`,
    browserSilent: (seconds: number) => `${seconds} 秒没有应答`,
    browserEnded: '浏览器在打印时退出了；请再试一次，或用 --browser 换一个',
    notReady: (seconds: number) => `${seconds} 秒后页面还没准备好打印；请用 --range 少打印几页`,
    noSlide: (number: number, slides: number) => `没有第 ${number} 页；课件共 ${slides} 页`,
    blankPage: (page: number) => `PDF 的第 ${page} 页是空白；什么也没有写`,
    lostCharacters: (characters: string, slide: number | undefined) =>
      `PDF 缺了${slide ? `第 ${slide} 页的` : ''}一些字：“${characters}”；什么也没有写`,
    lostWords: (slide: number, words: string) => `PDF 缺了第 ${slide} 页的文字：“${words}”；什么也没有写`,
    pageCount: (slides: number, pages: number) => `${slides} 页幻灯片的 PDF 有 ${pages} 页；什么也没有写`,

    system: {
      ENOENT: '没有这个文件或文件夹；请核对名称',
      ENOTDIR: '应是文件夹的地方有一个文件；请换一个地方',
      EISDIR: '应是文件的地方有一个文件夹；请换一个名称',
      EACCES: '没有权限；请换一个地方，或请人给您权限',
      EPERM: '不允许；是不是别的程序正打开着它？',
      EBUSY: '正被使用；请关闭打开它的程序',
      EROFS: '只能读不能写；请换一个地方',
      ENOSPC: '磁盘满了；请腾出空间',
      EDQUOT: '您的磁盘配额用完了；请腾出空间',
      EFBIG: '文件对这个磁盘太大；请换一个地方',
      ENAMETOOLONG: '名称太长；请换一个短的',
      ELOOP: '链接绕成了圈；请改正链接',
      EMFILE: '打开的文件太多；请关闭一些程序再试',
      ENFILE: '打开的文件太多；请关闭一些程序再试',
      ENOMEM: '内存不够；请关闭一些程序再试',
      EIO: '磁盘读写出错；请检查磁盘，换一个地方再试',
      EXDEV: '不能移到另一个磁盘；请换一个地方',
      ENOTEMPTY: '文件夹不是空的；请换一个地方',
      EEXIST: '已经有了；请换一个名称',
      EINVAL: '这里不能用这个名称；请换一个',
      ETXTBSY: '正在运行；请先关闭它',
    },
    refused: (code: string) => `系统拒绝了（${code}）；请换一个地方再试`,
    unforeseen: (what: string) => `study-deck 自己出错了：${what}；请把这一行告诉它的作者`,
  },
  en: {
    standardInput: 'standard input',
    tooLarge: 'the file is over 20 MB; cut it into parts',
    noFile: 'no such file; check the name',
    isFolder: 'is a folder; name the document in it',
    notAFile: 'something is there that is no plain file; choose another place',
    busy: 'another program changes it all the time; close that and try again',
    unreadable: 'the file may not be read; check who may open it',
    empty: 'the file is empty; save the document once more and try again',
    noWords: 'there are no words in this file; check that it is the right one',
    noWordsInPdf: 'there is no text in this PDF, only pictures of it; have its text recognised and try that',
    noWordsInDocx:
      'there is no text in this document; if it is a scan, have its text recognised and try that',
    noText:
      'this is no text in UTF-8, UTF-16, GB18030 or Big5; save the document as .docx or .txt and try again',
    controlCharacter:
      'here is a control character, which no text has; save the document once more and try again',
    damagedText: 'the UTF-8 text is damaged here; save the document once more and try again',
    locked:
      'this document is protected by a password; open it in Word or WPS, save it as .docx without one and try that',
    oldOffice:
      'this is an old .doc, .wps or .xls file; open it in Word or WPS, save it as .docx and try that',
    rtf: 'this is an RTF file; open it in Word or WPS, save it as .docx and try that',
    picture: 'this is a picture; have its text recognised, save that as .docx or .txt and try that',
    archive: 'this is an archive; unpack it and try the document that is in it',
    film: 'this is a film or a sound; save what is said in it as .docx or .txt and try that',
    program: 'this is a program, not a document; choose the document',
    archiveNotWord: 'this is an archive, not a Word document; unpack it and try the document that is in it',
    wordWithoutText:
      'the text of this Word document is missing; open it in Word or WPS, save it again and try that',
    workbook: 'this is an Excel workbook; copy its text to a Word document and try that',
    presentation: 'this is a PowerPoint presentation; save its outline as .docx and try that',
    openDocument: 'this is an OpenDocument file; open it, save it as .docx and try that',
    ofd: 'this is an OFD file; open it in its reader, save it as PDF or .docx and try that',
    unpacksTooLarge:
      'this document unpacks to more than 200 MB; save only its text as a new .docx and try that',
    damagedDocument:
      'this document is damaged or cut off; open it in Word or WPS, save it again and try that',
    documentsWithin: 'there are documents within documents without end; save its text as .docx and try that',
    xmlEntities:
      'the XML inside this document declares entities, which no Word document does; open it in Word or WPS, save it again as .docx and try that',
    xmlDamaged:
      'the XML inside this document is damaged; open it in Word or WPS, save it again as .docx and try that',
    xmlEmpty:
      'the XML inside this document is empty; open it in Word or WPS, save it again as .docx and try that',
    xmlDeep:
      'the XML inside this document is nested too deep; open it in Word or WPS, save it again as .docx and try that',
    pdfLocked: 'this PDF is protected by a password; save it without one and try that',
    pdfDamaged: 'this PDF is damaged or cut off; open it, save or print it as a new PDF and try that',
    pdfPages: (most: number) => `this PDF has more than ${most} pages; split it and try one part`,
    pdfTables:
      'this PDF uses fonts that are not in it, and their tables are not at hand; save it with its fonts or as .docx and try that',
    pdfSlow: 'this PDF takes too long to read; print it as a new PDF and try that',
    htmlDeep: 'this page is nested too deep to be read; save its text as .txt and try that',
    markdownDeep: 'this text is nested too deep to be read; take its leading > and - away and try again',

    frontMatter: (mistake: string) => `front matter: ${mistake}`,
    yaml: (mistake: string) =>
      `this line can't be read (${mistake}); write it as "name: value", quotation marks in pairs`,
    settingLines: 'write it as "name: value" lines',
    setting: (name: string, wanted: string) => `front matter: ${name} must be ${wanted}; it is left out`,
    settingTwice: (name: string) => `front matter: ${name} is set twice; the first one holds`,
    unknownSetting: (name: string, nearest: string) =>
      `front matter: there is no ${name}, so it is left out; did you mean ${nearest}?`,
    otherSettings: (names: readonly string[]) =>
      `front matter: ${names.join(', ')}: set for other programs, left out here`,
    mended: (line: string) => `front matter: other programs can't read this line; write it as ${line}`,
    logoElsewhere:
      'front matter: a logo of the web is left out; save it beside the Markdown and write its name',
    foreignStyle: 'front matter: css is left out; the theme decides how slides look',
    separator: (name: string) => `front matter: ${name} can't be read; slides are parted as usual`,
    control: 'a control character is left out here',
    slidev:
      'this is a Slidev deck: all its words are here, its layouts, components and clicks are not; compare it slide by slide',
    marp: 'this is a Marp deck: it is shown in a theme of ours, its own theme and styles are left out',
    kinds: {
      text: 'a text',
      language: 'the code of a language (zh-CN, zh-TW, en)',
      picture: 'the name of a picture',
      timings: '"heading: seconds" lines, the seconds above 0',
      'true or false': 'true or false',
      'number above 0': 'a number above 0',
      theme: '朱, 墨 or 素 (zhu, mo or su)',
      ratio: '16:9 or 4:3',
    },

    formula: (mistake: string) => `can't read the formula: ${mistake}`,
    formulaDeep: 'the formula is nested too deep; write it simpler',
    tooMuchHtml: 'too much HTML in one slide; simplify it',
    tooManyCharacters: (most: number) => `over ${most} characters on one slide; part it with ---`,

    noSlides: 'no such folder; name the folder of the decks with --slides',
    noSuchDeck: (decks: readonly string[]) =>
      `no such deck; there ${decks.length === 1 ? 'is' : 'are'} ${decks.join(', ') || 'none yet'}`,
    noDecks: 'no decks; derive one first',
    noMarkdown: 'no Markdown files; derive the deck or write 01.md in it',
    otherFolder: 'this folder holds something else; choose another name with --deck',
    otherDocument: 'this folder holds the deck of another document; choose another name with --deck',
    slug: (slug: string) => `"${slug}" can't name a deck; use letters, digits and hyphens with --deck`,
    deviceName: (slug: string) => `Windows keeps the name "${slug}" to itself; choose another with --deck`,
    longSlug: "the deck's name is too long; choose a shorter one with --deck",
    likeOtherDeck: (other: string) =>
      `there is a deck "${other}", and Windows does not tell capitals apart; choose another name with --deck`,
    noDocument: 'no document beside the slides to check against',
    lostDocument: 'the text that the deck was derived from is gone; bring the file back, or derive again',
    tooManyTimings: 'more timings than a deck has slides',
    timingsBody: 'timings are seconds by the headings of slides',
    noDeckFile: 'the deck has no file',

    port: (port: string) => `"${port}" is no port; use 1 to 65535`,
    portInUse: (port: number) => `port ${port} is in use; choose another with --port`,

    clash: (other: string) =>
      `its name clashes with ${other} (Windows does not tell capitals apart); give the deck's folder another name`,
    outInSlides: 'this is inside the folder of the decks; choose another place with --out',
    outNoPdf: 'a file that is no PDF is here; choose another name with --out',
    epoch: (value: string) =>
      `the environment variable SOURCE_DATE_EPOCH must be seconds since 1970, not "${value}"`,

    stopped: 'stopped; the file under way was not written',
    outNotThere: 'no such folder; several files need one that is there',
    outFolder: 'no such folder; make it first or name another with --out',
    outReadOnly: "can't be written to; name another folder with --out",
    noBrowser: 'no browser to print with; install Chrome, Edge or Chromium, or name one with --browser',
    noProgram: 'no such program; name the one of Chrome, Edge or Chromium',
    browserStart: (reason: string) => `the browser did not start (${reason}); name another with --browser`,
    browserSilent: (seconds: number) => `no answer in ${seconds} seconds`,
    browserEnded: 'the browser ended while it was printing; try again or name another with --browser',
    notReady: (seconds: number) =>
      `the page was not ready to print after ${seconds} seconds; print fewer slides with --range`,
    noSlide: (number: number, slides: number) => `there is no slide ${number}; the deck has ${slides}`,
    blankPage: (page: number) => `page ${page} of the PDF is blank; nothing was written`,
    lostCharacters: (characters: string, slide: number | undefined) =>
      `the PDF lacks some of the characters "${characters}"${slide ? ` of slide ${slide}` : ''}; nothing was written`,
    lostWords: (slide: number, words: string) =>
      `the PDF lacks words of slide ${slide}: "${words}"; nothing was written`,
    pageCount: (slides: number, pages: number) =>
      `the PDF of ${slides} slides has ${pages} pages; nothing was written`,

    system: {
      ENOENT: 'no such file or folder; check the name',
      ENOTDIR: 'a file is where a folder should be; choose another place',
      EISDIR: 'a folder is where a file should be; choose another name',
      EACCES: 'not allowed; choose another place, or ask for the right to use this one',
      EPERM: 'not allowed; is the file open in another program?',
      EBUSY: 'in use; close the program that has it open',
      EROFS: 'can only be read; choose another place',
      ENOSPC: 'the disk is full; make room',
      EDQUOT: 'your share of the disk is full; make room',
      EFBIG: 'the file is too large for this disk; choose another place',
      ENAMETOOLONG: 'the name is too long; choose a shorter one',
      ELOOP: 'the links lead in a circle; mend them',
      EMFILE: 'too many files are open; close some programs and try again',
      ENFILE: 'too many files are open; close some programs and try again',
      ENOMEM: 'not enough memory; close some programs and try again',
      EIO: 'the disk can not be read or written; check it, or choose another place',
      EXDEV: 'it can not be moved to another disk; choose another place',
      ENOTEMPTY: 'the folder is not empty; choose another place',
      EEXIST: 'it is there already; choose another name',
      EINVAL: 'a name that can not be used here; choose another',
      ETXTBSY: 'it is running; close it first',
    },
    refused: (code: string) => `the system refused (${code}); choose another place and try again`,
    unforeseen: (what: string) =>
      `an error of study-deck itself: ${what}; please send this line to its authors`,
  },
} as const

/** What mistakes are told in. */
export type FaultWords = (typeof faults)[Language]

/** A text in each language that study-deck speaks. */
export type Texts = Readonly<Record<Language, string>>

export function faultWords(language: Language): FaultWords {
  return faults[language]
}

/** Says one thing in every language. */
export function inEveryLanguage(say: (words: FaultWords) => string): Texts {
  return { zh: say(faults.zh), en: say(faults.en) }
}
