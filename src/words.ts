import { japanese } from './words/japanese.ts'
import { type Language, pageLanguage } from './words/language.ts'
import { traditional } from './words/traditional.ts'

export {
  isTraditional,
  type Language,
  type PageLanguage,
  pageLanguage,
  pageLanguages,
  spoken,
} from './words/language.ts'
export { signs } from './words/signs.ts'

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** What a gap stands for: on the slide, and where it is told. */
const gapNames = {
  zh: {
    picture: '图片',
    video: '视频',
    audio: '音频',
    frame: '网页',
    background: '背景',
    component: '组件',
  },
  en: {
    picture: 'picture',
    video: 'film',
    audio: 'sound',
    frame: 'web page',
    background: 'background',
    component: 'component',
  },
}

/** Everything study-deck itself says on slides and pages, in each language that it speaks. */
const chinese = {
  zh: {
    agenda: '目录',
    recap: '小结',
    questions: '讨论题',
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
      shrunkByPictures: (percent: number) => `图片占的地方多，字号缩小到 ${percent}%`,
      splitByPictures: (count: number) => `图片占的地方多，分成 ${count} 页`,
      tight: (count: number, others: string) =>
        `内容多的共 ${count} 页，缩小了字号或分成了几页；其余 ${others}`,
      deadLink: (address: string) => `链接 ${address} 在课件里没有去处；请改正，或把文件放在课件旁边单独打开`,
      noGlyph: (character: string, code: string) =>
        `随课件的字体没有“${character}”（${code}），放映的电脑要有这个字`,
      leftOut: (names: string) => `HTML 里没有采用的属性和元素：${names}`,
      styleLeftOut: (names: string) => `这里的样式采用了一部分；没有采用的：${names}`,
      styleColours: '样式里有的颜色看不清，改用了最近的看得清的颜色',
      formula: (mistake: string) => `公式读不懂：${mistake}`,
      formulaDeep: '公式嵌套太深；请写简单些',
      again: (message: string, places: string) => `${message}（还有 ${places}）`,
      noSnippet: (name: string) =>
        `没有代码文件 ${name}，这里只写出名称；请把它放在课件的文件夹里，或改正名称`,
      heavy: (size: string, largest: string) =>
        `图片和影片共 ${size}，网页打开慢，也不便发送；请缩小最大的：${largest}`,
      notSeen: (words: string) => `幻灯片上看不到，纸上也没有：“${words}”`,
      notCompared: (characters: string) => `PDF 里这些字符无法逐字核对，请看一眼：${characters}`,
    },
    gaps: {
      names: gapNames.zh,
      named: gapNames.zh,
      shown: (name: string, said: string, address: string) =>
        `〔${name}${said ? `“${said}”` : ''}：${address || '没有地址'}〕`,
      componentLeftOut: (name: string) => `组件 ${name} 没有采用，这里只写出名称；请换成文字或图片`,
      besidePage: (name: string, address: string, place: string) =>
        `${name} ${address} 超过 20 MB，没有放进网页，放在网页旁边的 ${place}；复制课件时请把整个文件夹一起复制`,
      reasons: {
        page: (_name: string, address: string) =>
          `网页 ${address} 不在幻灯片里打开，这里只写出地址；放映时请另外打开它`,
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
        header: '正文前的题名、出处等登记项',
      },
      leftOutPictures: (folder: string) =>
        `图片可以截图存成 PNG 放进 ${folder}，在那一页写上 ![](文件名.png)`,
      dryRun: '只是预览，什么也没有写',
      next: (see: string, check: string) =>
        `下一步，在浏览器里看：\n  npx study-deck ${see}\n改好后，逐字核对：\n  npx study-deck ${check}`,
    },
    audit: {
      quote: (words: string) => `“${words}”`,
      missing: '备注缺少',
      altered: '备注与原文不同',
      moved: '备注次序与原文不同',
      remark: '备注里另加的话',
      hidden: '看不见或不能照原样读的字',
      source: 'source.txt 与原件不同（重新 derive，或找回原来的文件）',
      sourceChanged: 'source.txt 在 derive 之后改过（找回原来的文件；原文真的改了，就重新 derive）',
      sourceUnknown: '没有 derive 的记录（.derived.json），看不出 source.txt 改过没有（请用原件重新 derive）',
      unchecked: '没有原文，未核对',
      unread: '原件里有、课件里没有的字（请对照原件补上）',
      edited: '改过的要点',
      added: '原文没有的要点',
      elsewhere: '本页备注里没有的要点（原文有）',
      dropped: '页上少了原文的标题',
      settings: {
        title: '标题与原文不同',
        unit: '单位与原文不同',
        date: '日期与原文不同',
        marking: '标记与原文不同',
      },
      idleMark: '这一句没有用到（所指的地方已经改回，或又改过），可以删去',
      lost: {
        negation: (point: string, words: string) => `要点“${point}”漏掉了原句的“${words}”，意思变了`,
        exception: (point: string, words: string) => `要点“${point}”漏掉了原句的例外“${words}”`,
        condition: (point: string, words: string) => `要点“${point}”漏掉了原句的条件“${words}”`,
        contrast: (point: string, words: string) => `要点“${point}”只有原句的一半，漏掉了“${words}”`,
        deadline: (point: string, words: string) => `要点“${point}”漏掉了原句的时间“${words}”`,
        actor: (point: string, words: string) => `要点“${point}”没有说是谁（原句是“${words}”）`,
        rest: (point: string, words: string) => `要点“${point}”只是半句，离不开原句的“${words}”`,
      },
      now: '现在',
      before: '原文',
      nothing: '无',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `段落 ${whole}/${total}，要点 ${verbatim} 处原文`,
      changed: (count: number) => `，${count} 处有改动`,
      more: (count: number) => `，${count} 处另加`,
      fewer: (count: number) => `，少 ${count} 个标题`,
      pictures: (count: number) => `，图片 ${count} 幅（图中文字没有核对）`,
      meantCount: (count: number) => `，${count} 处注明有意`,
      faults: (count: number) => `；有 ${count} 处与原文不符，请改正`,
      isMeant: '有意',
      howToMean: '如属有意，在这一页加一行',
      review: {
        unsigned: (heading: string) => `没有签：${heading}`,
        changed: (heading: string, by: string) => `签后改过（${by}），须重签：${heading}`,
        comment: (by: string, text: string) => `意见没有处理（${by}）：${text}`,
        gone: (by: string, heading: string) => `签过的页没有了（${by}）：${heading}`,
        whatWasSigned: '签的是',
        summary: (signed: number, total: number) => `已签 ${signed}/${total} 页`,
      },
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
        fromFirst: '从第一页开始全屏放映',
        fromHere: '从本页开始全屏放映',
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
      hint: 'F5 全屏放映　S 演讲者视图　? 全部按键',
      blocked: '浏览器拦住了演讲者视图的窗口',
      blockedWhy: '在本窗口显示，投影上就能看到备注。',
      speakerAsTab: '在新标签页打开演讲者视图',
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
      signOff: {
        signed: (by: string) => `已签：${by}`,
        changed: (by: string) => `签后有改动，须重签（原签：${by}）`,
        unsigned: (_by: string) => '未签',
      },
      comment: (by: string) => `意见（${by}）：`,
      signedOf: (count: number, total: number) => `已签 ${count} / ${total} 页`,
      search: '搜索',
      section: '部分',
      allSections: '全部内容',
      state: '核对结果',
      allStates: '全部核对结果',
      shown: (count: number, total: number) => `显示 ${count} / ${total} 张`,
      partly: (chosen: string, count: number, total: number) =>
        `不是全部：只有“${chosen}”的 ${count} / ${total} 张`,
      keys: 'J、K：下一段、上一段；/：搜索',
      print: '打印',
      perPage: '每页幻灯片',
      withNotes: '附备注',
      views: { deck: '放映', notes: '讲稿', handout: '讲义' },
      opening: '开头',
    },
  },
} as const

const english = {
  en: {
    agenda: 'Agenda',
    recap: 'Recap',
    questions: 'For Discussion',
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
      shrunkByPictures: (percent: number) => `its pictures need room: set at ${percent} % of its size`,
      splitByPictures: (count: number) => `its pictures need room: split into ${count} slides`,
      tight: (count: number, others: string) =>
        `${count} slides hold much and are set smaller or split; the others are at ${others}`,
      deadLink: (address: string) =>
        `the link ${address} leads nowhere in this deck; mend it, or open the file by itself`,
      noGlyph: (character: string, code: string) =>
        `the deck's fonts have no "${character}" (${code}); the computer that shows it must have it`,
      leftOut: (names: string) => `attributes and elements of HTML that are left out: ${names}`,
      styleLeftOut: (names: string) => `a part of the style here is used; left out: ${names}`,
      styleColours: 'colours of the style that could not be read became the nearest that can',
      formula: (mistake: string) => `can't read the formula: ${mistake}`,
      formulaDeep: 'the formula is nested too deep; write it simpler',
      again: (message: string, places: string) => `${message} (also ${places})`,
      noSnippet: (name: string) =>
        `no code file ${name}, only its name is shown; put it into the deck's folder or mend its name`,
      heavy: (size: string, largest: string) =>
        `pictures and films take ${size}, so the page opens slowly and is hard to send; make the largest smaller: ${largest}`,
      notSeen: (words: string) => `not to be seen on the slide, nor on paper: "${words}"`,
      notCompared: (characters: string) => `can't be compared in the PDF, have a look: ${characters}`,
    },
    gaps: {
      names: gapNames.en,
      named: gapNames.en,
      shown: (name: string, said: string, address: string) =>
        `[${name}${said ? ` "${said}"` : ''}: ${address || 'no address'}]`,
      componentLeftOut: (name: string) =>
        `the component ${name} is left out, only its name is shown; put words or a picture there`,
      besidePage: (name: string, address: string, place: string) =>
        `the ${name} ${address} is over 20 MB: it stands beside the page, in ${place}; copy the whole folder of the deck`,
      reasons: {
        page: (_name: string, address: string) =>
          `the web page ${address} is not opened in the slide, only its address is shown; open it by itself`,
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
        header: 'the record above the text (title, source …)',
      },
      leftOutPictures: (folder: string) =>
        `save a screenshot of a picture as PNG in ${folder} and write ![](name.png) on its slide`,
      dryRun: 'only a preview, nothing was written',
      next: (see: string, check: string) =>
        `next, see it in the browser:\n  npx study-deck ${see}\nand once it is edited, compare every word:\n  npx study-deck ${check}`,
    },
    audit: {
      quote: (words: string) => `"${words}"`,
      missing: 'missing from the notes',
      altered: 'the notes differ from the document',
      moved: "out of the document's order",
      remark: 'added to the notes',
      hidden: "words that can't be seen, or not as written",
      source: 'source.txt is not what the document says (derive again, or bring back the file)',
      sourceChanged:
        'source.txt was changed since the deck was derived (bring it back; where the document did change, derive again)',
      sourceUnknown:
        'what derive keeps (.derived.json) is gone, so that nobody can tell whether source.txt was changed (derive again from the document itself)',
      unchecked: 'no document, not checked',
      unread: 'words of the document that were not read (add them by hand)',
      edited: 'an edited point',
      added: 'a point that the document does not have',
      elsewhere: "a point of the document's that the notes of its slide leave out",
      dropped: "a heading of the document's that no slide shows",
      settings: {
        title: "the title is not the document's",
        unit: "the unit is not the document's",
        date: "the date is not the document's",
        marking: "the marking is not the document's",
      },
      idleMark: 'nothing is found for this any more (it was put right, or changed again); you may delete it',
      lost: {
        negation: (point: string, words: string) => `"${point}" drops "${words}" and says something else`,
        exception: (point: string, words: string) => `"${point}" drops the exception "${words}"`,
        condition: (point: string, words: string) => `"${point}" drops the condition "${words}"`,
        contrast: (point: string, words: string) => `"${point}" is half of what is said, without "${words}"`,
        deadline: (point: string, words: string) => `"${point}" drops the time "${words}"`,
        actor: (point: string, words: string) => `"${point}" does not say who ("${words}")`,
        rest: (point: string, words: string) => `"${point}" is part of a sentence; it needs "${words}"`,
      },
      now: 'now',
      before: 'was',
      nothing: 'nothing',
      summary: ({ whole, total }: { whole: number; total: number }, verbatim: number) =>
        `paragraphs ${whole}/${total}, points ${verbatim} verbatim`,
      changed: (count: number) => `, ${count} edited`,
      more: (count: number) => `, ${count} added`,
      fewer: (count: number) => `, ${many(count, 'heading')} not shown`,
      pictures: (count: number) => `, ${many(count, 'picture')} (words in them not compared)`,
      meantCount: (count: number) => `, ${count} marked as meant`,
      faults: (count: number) => `; ${many(count, 'place')} to put right`,
      isMeant: 'meant',
      howToMean: 'if it is meant so, add to this slide',
      review: {
        unsigned: (heading: string) => `not signed: ${heading}`,
        changed: (heading: string, by: string) => `changed since it was signed (${by}): ${heading}`,
        comment: (by: string, text: string) => `a remark that nobody resolved (${by}): ${text}`,
        gone: (by: string, heading: string) => `a slide that was signed is gone (${by}): ${heading}`,
        whatWasSigned: 'signed',
        summary: (signed: number, total: number) => `${signed} of ${many(total, 'slide')} signed`,
      },
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
        fromFirst: 'Full screen from the first slide',
        fromHere: 'Full screen from this slide',
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
      hint: 'F5: full screen   S: speaker view   ?: all keys',
      blocked: 'The browser blocked the window of the speaker view',
      blockedWhy: 'In this window, everyone sees the notes on the wall.',
      speakerAsTab: 'Open the speaker view as a tab',
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
      signOff: {
        signed: (by: string) => `signed: ${by}`,
        changed: (by: string) => `changed since it was signed (${by})`,
        unsigned: (_by: string) => 'not signed',
      },
      comment: (by: string) => `Remark (${by}): `,
      signedOf: (count: number, total: number) => `${count} of ${many(total, 'slide')} signed`,
      search: 'Search',
      section: 'Section',
      allSections: 'All sections',
      state: 'Check',
      allStates: 'All results',
      shown: (count: number, total: number) => `${count} of ${total} slides shown`,
      partly: (chosen: string, count: number, total: number) =>
        `Not the whole: only ${count} of ${total} slides, "${chosen}"`,
      keys: 'J, K: next, previous; /: search',
      print: 'Print',
      perPage: 'Slides to a page',
      withNotes: 'with notes',
      views: { deck: 'Present', notes: 'Notes', handout: 'Handout' },
      opening: 'Opening',
    },
  },
} as const

/** What one language says in the place of another: every text a text, every function one of the same values. */
type Said<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Said<T[K]> }

/** The words of one language. */
export type Words = Said<(typeof chinese)['zh']>

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

/** The words of each, apart: a page carries those of its own language only. */
export const zh: Words = chinese.zh
export const zhHant: Words = /* @__PURE__ */ wordsOver(chinese.zh, traditional)
export const ja: Words = /* @__PURE__ */ wordsOver(english.en, japanese)
export const en: Words = english.en

/** What slides and pages say in the language of a deck. @param language BCP 47 tag */
export function wordsFor(language: string): Words {
  return { zh, 'zh-Hant': zhHant, ja, en }[pageLanguage(language)]
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
    notAFile: '这里有东西，但不是普通文件；请换一个地方',
    noPlainFile: '不是普通文件；请写文件名，或用 - 从标准输入读',
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
    oldOffice: '这是 Word 95 以前的文件，或别的旧文件；请用 Word 或 WPS 打开，另存为 .docx 再试',
    picture: '这是图片；请先做文字识别，存成 .docx 或 .txt 再试',
    archive: '这是压缩包；请解压，再用里面的文档试',
    film: '这是录像或录音；请把里面说的话存成 .docx 或 .txt 再试',
    program: '这是程序，不是文档；请选择文档',
    archiveNotWord: '这是压缩包，不是 Word 文档；请解压，再用里面的文档试',
    wordWithoutText: '这个 Word 文档缺了正文；请用 Word 或 WPS 打开，重新保存再试',
    workbook: '这是 Excel 表格（.xlsx、.xls、.et）；请把里面的文字复制到 Word 文档里再试',
    oldPresentation:
      '这是旧的 PowerPoint 演示文稿（.ppt、.dps）；请用 PowerPoint 或 WPS 打开，另存为 .pptx 再试',
    otherOpenDocument: '这是 OpenDocument 的表格或图形，不是文字文档；请把文字复制到 Word 文档里再试',
    caj: '这是知网的 CAJ 文件；请用 CAJViewer 打开，另存为 PDF，或在知网下载 PDF 再试',
    ceb: '这是方正的 CEB 文件；请用 Apabi Reader 打开，打印成 PDF，或复制文字到 .docx 再试',
    kindle: '这是 Kindle 电子书；请转换成 .epub 再试',
    helpFile: '这是 Windows 帮助文件（.chm）；请打开它，把文字复制到 .docx 再试',
    iWork: '这是 Apple Pages 或 Keynote 文件；请用它打开，导出为 Word（.docx）再试',
    xps: '这是 XPS 文件；请打开它，打印成 PDF 再试',
    postScript: '这是 PostScript 文件；请转换成 PDF 再试',
    unknownXml: '这是数据（XML），不是文档；请把要讲的文字另存为 .docx 或 .txt 再试',
    notDocument: '这是数据或程序，不是文档；请把要讲的文字另存为 .docx 或 .txt 再试',
    mailWithoutText: '这封邮件或网页没有正文，文字可能在附件里；请把附件存出来再试',
    ofd: '这是 OFD 文件；请用它的阅读器打开，另存为 PDF 或 .docx 再试',
    unpacksTooLarge: '这个文件解压后超过 200 MB；请只把文字另存为新文件再试',
    damagedDocument: '这个文件已损坏或不完整；请用 Office 或 WPS 打开，重新保存再试',
    readingStopped:
      '读这个文件要的时间或内存超过了限度，它可能有问题；请把要讲的文字另存为新的 .docx 或 .txt 再试',
    textTooLong: '这个文档太长，超过 500 万字或 10 万段；请拆成几份再试',
    documentsWithin: '文档里套文档，层数太多；请把文字另存为 .docx 再试',
    xmlEntities: '这个文件里的 XML 声明了实体，Office 文件不会这样；请用 Office 或 WPS 打开，重新保存再试',
    xmlDamaged: '这个文件里的 XML 已损坏；请用 Office 或 WPS 打开，重新保存再试',
    xmlEmpty: '这个文件里的 XML 是空的；请用 Office 或 WPS 打开，重新保存再试',
    xmlDeep: '这个文件里的 XML 嵌套太深；请用 Office 或 WPS 打开，重新保存再试',
    pdfLocked: '这个 PDF 有密码；请去掉密码另存再试',
    pdfDamaged: '这个 PDF 已损坏或不完整；请打开它，重新保存或打印成 PDF 再试',
    pdfPages: (most: number) => `这个 PDF 超过 ${most} 页；请拆开，用其中一份再试`,
    notCarried: (name: string) => `这一页没有带 ${name}；请把 desk-fonts.js 放在它旁边再试`,
    pdfTables: '这个 PDF 用到的字体不在文件里，这里也没有它的字表；请另存为带字体的 PDF 或 .docx 再试',
    pdfSlow: '这个 PDF 读得太久；请重新打印成 PDF 再试',
    htmlDeep: '这个网页嵌套太深，读不了；请把文字另存为 .txt 再试',
    markdownDeep: '这个文本嵌套太深，读不了；请去掉行首的 > 和 - 再试',

    frontMatter: (mistake: string) => `文件开头的设置：${mistake}`,
    yaml: (_mistake: string) => '这一行写法不对；请写成“名称: 值”，引号要成对',
    settingLines: '请一行写一个“名称: 值”',
    setting: (name: string, wanted: string) => `文件开头的设置：${name} 应写${wanted}；这一项没有采用`,
    settingTwice: (name: string) => `文件开头的设置：${name} 写了两次；采用的是前一个`,
    unreadSetting: '文件开头的设置：这一项写法不对，没有采用；请写成“名称: 值”，引号要成对',
    unknownSetting: (name: string, nearest: string) =>
      `文件开头的设置：没有 ${name} 这一项，没有采用；是不是 ${nearest}？`,
    foreignTheme: (name: string, wanted: string) =>
      `文件开头的设置：这里没有主题 ${name}，用的是自己的；要选一个，请写${wanted}`,
    notRun: (names: readonly string[]) =>
      `${names.join('、')} 是 reveal-md 的程序和样式，没有采用；它们改动的文字，这里是原样`,
    otherSettings: (names: readonly string[]) =>
      `文件开头的设置：${names.join('、')} 是别的程序的设置，没有采用`,
    mended: (lines: readonly string[]) =>
      lines.length === 1
        ? `文件开头的设置：这一行读懂了，别的程序读不懂；请写成 ${lines.join('')}`
        : `文件开头的设置：有 ${lines.length} 行读懂了，别的程序读不懂；请写成：\n    ${lines.join('\n    ')}`,
    logoElsewhere: '文件开头的设置：网上的标志图片没有放进来；请存到 Markdown 旁边，写它的文件名',
    foreignStyle: '文件开头的设置：css 没有采用；版式由主题决定',
    separator: (name: string) => `${name} 读不懂；仍按通常的分隔线分页`,
    control: '这里有控制字符，没有采用',
    slidev:
      '这是 Slidev 的文稿：分栏、图片和逐步出现已照做，别的版式、组件和动画没有采用；请在浏览器里逐页核对',
    slidevHidden: '这一页在 Slidev 里不放映，这里也不放映',
    partMissing: (name: string) => `这一页用另一个文件 ${name}，没有找到；请放进课件的文件夹，或改正名称`,
    partOutside: (name: string) => `这一页用另一个文件 ${name}，它在课件的文件夹外面，没有读；请复制进来`,
    partAgain: (name: string) => `这一页用另一个文件 ${name}，它又用到了这里，没有再读；请去掉其中一处`,
    partsMany: (most: number) => `课件用到的文件超过 ${most} 个，这里和后面的没有读；请合并一些`,
    pageMissing: (name: string) => `这个网页放映 ${name}，没有找到；请放进课件的文件夹，或改正名称`,
    pageSlides: (count: number) => `这个网页里自己写的 ${count} 页没有读；请写进 Markdown 文件`,
    pageOthers: (names: readonly string[]) =>
      `这个网页不放映 ${names.join('、')}，这里也不放映；要放映，请写进网页，或把网页移走`,
    derivedStyle: '由文件生成的课件，版式由主题决定；<style> 没有采用',
    rewritten: (before: string, after: string) => `“${before}”在这里会分页或变成备注，写成了“${after}”`,
    importOne: '请指明一个 Markdown 文件，或一个课件的文件夹',
    quarto: '这是 Quarto 或 Pandoc 的文稿：代码照样显示，没有运行，它自己的主题没有采用',
    marpLine: (words: string) => `Marp 的页眉、页脚“${words}”没有采用`,
    marp: '这是 Marp 的文稿：已按本程序的版式放映，它自己的主题没有采用',
    noTemplate: '这不是 PowerPoint 的模板或演示文稿；请在 PowerPoint 或 WPS 里另存为 .pptx 或 .potx 再试',
    noPresentation: '这不是 PowerPoint 演示文稿（.pptx）；请在 PowerPoint 或 WPS 里另存为 .pptx 再试',
    officeLarge: (most: number) => `这个文件超过 ${most} MB；请删去里面的影片和大图片再试`,
    changedMeanwhile: '这个文件刚才又被别的程序改了，没有写入；请再来一次',
    slideMissing: (number: number) =>
      `第 ${number} 页的内容不在文件里（文件损坏，或连到别的文件）；没有改动课件，请重新保存一份完整的再试`,
    slideLarge: (number: number) =>
      `第 ${number} 页的内容太多，不像幻灯片；没有改动课件，请删去多余的内容再试`,
    linkedSlides: '这是链接，不是文件，没有读它；请换成文件本身',
    noScript: '这不是 study-deck 导出的讲稿；请用 export --as docx 导出的那一份',
    noLayouts: '这里面没有版式；请在 PowerPoint 或 WPS 的母版视图里加一个，另存再试',
    noMaster: '这里面没有幻灯片母版；请在 PowerPoint 或 WPS 里打开，另存为 .pptx 再试',
    pageLarge: (most: number) => `这个文件超过 ${most} MB；请核对是不是课件的网页`,
    templateLarge: (most: number) => `这个文件超过 ${most} MB；请删去里面的图片和影片，另存再试`,
    themeThere: '这里已有主题，没有覆盖；要换，请先把它改名或删去',
    themeKinds: {
      name: '文字',
      base: '主题的名称（朱、墨、素、青、青夜、松、松夜、白、白夜）',
      colours: '颜色，如 "#9e1219"；可写 paper、ink、accent、accent2',
      fonts: '字体的名称，如 思源宋体、方正小标宋简体；可写 heading、text',
      logo: '这个文件旁边的图片的文件名',
      cover: 'frame（边框）、full（满版）或 paper（白底）',
      divider: 'full（满版）或 paper（白底）',
      footer: '单位、日期、标记、标题、页码、标志，分左、中、右三处，以 | 隔开',
    },
    themeValue: (name: string, wanted: string) => `主题：${name} 应写${wanted}；这一项没有采用`,
    themeTwice: (name: string) => `主题：${name} 写了两次；采用的是前一个`,
    unknownTheme: (name: string) => `主题：没有 ${name} 这一项，没有采用`,
    contrast: (name: string, written: string, found: string, least: number, taken: string) =>
      `主题：${name} ${written} 的对比度只有 ${found}:1，文字要 ${least}:1 才看得清；已改用最近的 ${taken}`,
    kinds: {
      text: '文字',
      language: '语言代码（如 zh-CN、zh-TW、en）',
      picture: '图片的文件名',
      questions: '问题，一行一个，以“- ”开头',
      timings: '“标题: 秒数”，每行一个，秒数大于 0',
      'true or false': 'true 或 false',
      'number above 0': '大于 0 的数字',
      theme: '主题的名称（朱、墨、素、青、青夜、松、松夜、白、白夜）',
      ratio: '16:9、4:3、A4 或 9:16',
    },

    tooMuchHtml: '一页里的 HTML 太多；请写简单些',
    tooManyCharacters: (most: number) => `一页超过 ${most} 个字符；请用 --- 分开`,

    noSlides:
      '没有这个文件夹；请用 --slides 指明课件所在的文件夹，或运行 npx study-deck desk，在浏览器里做一个课件',
    noSuchDeck: (decks: readonly string[]) =>
      decks.length ? `没有这个课件；现有 ${decks.join('、')}` : '没有这个课件；还一个都没有',
    whichDeck: (decks: readonly string[]) =>
      decks.length ? `看不出是哪个课件的；请用 --deck 指明，现有 ${decks.join('、')}` : '这里还没有课件',
    noDecks: '还没有课件；请先用 derive 生成一个，或运行 npx study-deck desk，在浏览器里做一个',
    noMarkdown: '没有 Markdown 文件；请用 derive 生成课件，或在里面写一个 01.md',
    noProject:
      '这个网页里没有课件的文件（做的时候可能用了 --without-notes 或 --without-sources）；请用当时的文件夹',
    manyProjects: '这个网页里有不止一个课件，不知道要哪一个；请用 study-deck 做出的原网页',
    largeProject: '这个网页里的课件文件太多或太大，不像是 study-deck 做的；没有取出',
    otherFolder: '这个文件夹里是别的东西；请用 --deck 换一个名称',
    deckThere: '这个文件夹里已有别的内容；若是同一个课件，直接用 dev 打开，否则用 --deck 换一个名称',
    otherDocument: '这个文件夹里是另一份文件的课件；请用 --deck 换一个名称',
    slug: (slug: string) => `“${slug}”不能作课件的名称；请用 --deck 写字母、汉字、数字和连字符`,
    deviceName: (slug: string) => `“${slug}”是 Windows 自用的名称；请用 --deck 换一个`,
    longSlug: '课件的名称太长；请用 --deck 写一个短的',
    likeOtherDeck: (other: string) =>
      `已有课件“${other}”，只差大小写，Windows 分不清；请用 --deck 换一个名称`,
    readOnly: '这个文件设成了只读，没有写入；要改，请取消它的“只读”',
    notADeckFile: '这不是课件文件夹里的文件，没有写入',
    likeOther: (other: string) => `这里已有“${other}”，有的系统分不清两个名称；请换一个名称`,
    noServer: 'study-deck desk 已关闭，改动存在这个浏览器里；请重新运行它，打开它给出的地址',
    deskFolder: '请指明课件所在的文件夹',
    folderGone: '课件的文件夹不见了，改动存在这个浏览器里；请把文件夹放回原处（插好 U 盘），或点“存成课件”',
    noDocument: '幻灯片旁边没有可核对的原文',
    reviewUnread: '审阅记录读不懂；请恢复原来的文件，或在页面上重新签',
    lostDocument: '课件的原文不见了；请找回这个文件，或重新 derive',
    tooManyTimings: '用时的条数比课件的页数还多',
    timingsBody: '用时是每个标题对应的秒数',
    noDeckFile: '课件里没有文件',

    port: (port: string) => `“${port}”不是端口；请用 1 到 65535`,
    portInUse: (port: number) => `端口 ${port} 已被占用；请用 --port 换一个`,

    clash: (other: string) => `和 ${other} 的名称冲突（Windows 不分大小写）；请给课件的文件夹换一个名称`,
    outInSlides: '这在课件的文件夹里面；请用 --out 换一个地方',
    noQuestions: '要点里没有可以挖空的数字或词语，出不了填空题；把要考的词语在 Markdown 里加粗（**…**）再试',
    stranger: '这里已有一个文件，不是 study-deck 写出的，没有覆盖；请用 --out 换一个地方',
    officialFonts:
      '公文版式用的仿宋、楷体、小标宋不在 study-deck 里，嵌不进去；--gongwen 和 --embed-fonts 请只用一个',
    templateFonts: '用模板时字体以模板为准，不能另嵌；--template 和 --embed-fonts 请只用一个',
    editedSince:
      '这个文件导出以后改过，没有覆盖；要收回改动，先用 merge，不要的请移走，或用 --out 换一个地方',
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
    noPlainFile: 'is no plain file; name a file, or - for standard input',
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
      'this is a file of Word 95 or older, or of another old program; open it in Word or WPS, save it as .docx and try that',
    picture: 'this is a picture; have its text recognised, save that as .docx or .txt and try that',
    archive: 'this is an archive; unpack it and try the document that is in it',
    film: 'this is a film or a sound; save what is said in it as .docx or .txt and try that',
    program: 'this is a program, not a document; choose the document',
    archiveNotWord: 'this is an archive, not a Word document; unpack it and try the document that is in it',
    wordWithoutText:
      'the text of this Word document is missing; open it in Word or WPS, save it again and try that',
    workbook: 'this is an Excel workbook (.xlsx, .xls, .et); copy its text to a Word document and try that',
    oldPresentation:
      'this is an old PowerPoint presentation (.ppt, .dps); open it in PowerPoint or WPS, save it as .pptx and try that',
    otherOpenDocument:
      'this is an OpenDocument sheet or drawing, not a text; copy its text to a Word document and try that',
    caj: 'this is a CAJ file of CNKI; open it in CAJViewer and save it as PDF, or download the PDF, and try that',
    ceb: 'this is a CEB file of Founder; open it in Apabi Reader and print it as PDF, or copy its text to .docx, and try that',
    kindle: 'this is a book for Kindle; convert it to .epub and try that',
    helpFile: 'this is a Windows help file (.chm); open it, copy its text to .docx and try that',
    iWork: 'this is a file of Apple Pages or Keynote; open it there, export it as Word (.docx) and try that',
    xps: 'this is an XPS file; open it, print it as PDF and try that',
    postScript: 'this is a PostScript file; convert it to PDF and try that',
    unknownXml:
      'this is data (XML), not a document; save the text that is to be said as .docx or .txt and try that',
    notDocument:
      'this is data or a program, not a document; save the text that is to be said as .docx or .txt and try that',
    mailWithoutText:
      'this mail or page has no text of its own; it may be in what is attached: save that and try it',
    ofd: 'this is an OFD file; open it in its reader, save it as PDF or .docx and try that',
    unpacksTooLarge: 'this file unpacks to more than 200 MB; save only its text as a new file and try that',
    damagedDocument: 'this file is damaged or cut off; open it in Office or WPS, save it again and try that',
    readingStopped:
      'this file takes more time or memory to read than any document; save the text that is to be said as a new .docx or .txt and try that',
    textTooLong: 'this document is too long, over 5 million characters or 100,000 lines; cut it into parts',
    documentsWithin: 'there are documents within documents without end; save its text as .docx and try that',
    xmlEntities:
      'the XML inside this file declares entities, which no Office file does; open it in Office or WPS, save it again and try that',
    xmlDamaged: 'the XML inside this file is damaged; open it in Office or WPS, save it again and try that',
    xmlEmpty: 'the XML inside this file is empty; open it in Office or WPS, save it again and try that',
    xmlDeep:
      'the XML inside this file is nested too deep; open it in Office or WPS, save it again and try that',
    pdfLocked: 'this PDF is protected by a password; save it without one and try that',
    pdfDamaged: 'this PDF is damaged or cut off; open it, save or print it as a new PDF and try that',
    pdfPages: (most: number) => `this PDF has more than ${most} pages; split it and try one part`,
    notCarried: (name: string) =>
      `this page does not carry ${name}; put desk-fonts.js beside it and try again`,
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
    unreadSetting:
      'front matter: this line can\'t be read, so it is left out; write it as "name: value", quotation marks in pairs',
    unknownSetting: (name: string, nearest: string) =>
      `front matter: there is no ${name}, so it is left out; did you mean ${nearest}?`,
    foreignTheme: (name: string, wanted: string) =>
      `front matter: there is no theme ${name} here, so ours is used; to choose one, write ${wanted}`,
    notRun: (names: readonly string[]) =>
      `${names.join(', ')}: scripts and styles of reveal-md, left out; words that they would change stand as they are written`,
    otherSettings: (names: readonly string[]) =>
      `front matter: ${names.join(', ')}: set for other programs, left out here`,
    mended: (lines: readonly string[]) =>
      lines.length === 1
        ? `front matter: other programs can't read this line; write it as ${lines.join('')}`
        : `front matter: other programs can't read ${lines.length} of these lines; write them as\n    ${lines.join('\n    ')}`,
    logoElsewhere:
      'front matter: a logo of the web is left out; save it beside the Markdown and write its name',
    foreignStyle: 'front matter: css is left out; the theme decides how slides look',
    separator: (name: string) => `${name} can't be read; slides are parted as usual`,
    control: 'a control character is left out here',
    slidev:
      'this is a Slidev deck: its columns, pictures and clicks are shown, other layouts, components and animations are left out; compare it slide by slide',
    slidevHidden: 'Slidev does not show this slide, so it is not shown here',
    partMissing: (name: string) =>
      `this slide stands for the file ${name}, which is not there; put it into the deck's folder or mend its name`,
    partOutside: (name: string) =>
      `this slide stands for the file ${name} outside the deck's folder, which is not read; copy it in`,
    partAgain: (name: string) =>
      `this slide stands for the file ${name}, which leads back here and is not read again; take one of the two out`,
    partsMany: (most: number) =>
      `the deck consists of more than ${most} files; this one and those behind it are not read; join some`,
    pageMissing: (name: string) =>
      `this page shows ${name}, which is not there; put it into the deck's folder or mend its name`,
    pageSlides: (count: number) =>
      `slides that stand in this page itself are not read: ${count}; write them into a Markdown file`,
    pageOthers: (names: readonly string[]) =>
      `this page does not show ${names.join(', ')}, nor do we; name them in the page, or move it away`,
    derivedStyle: 'the theme decides how a derived deck looks; <style> is left out',
    rewritten: (before: string, after: string) =>
      `"${before}" would part slides or begin notes here; it is written as "${after}"`,
    importOne: 'name one Markdown file, or the folder of one deck',
    quarto: 'this is a deck of Quarto or Pandoc: its code is shown, not run, its own theme is left out',
    marpLine: (words: string) => `the header or footer of Marp, "${words}", is left out`,
    marp: 'this is a Marp deck: it is shown in a theme of ours, its own theme is left out',
    noTemplate: 'this is no PowerPoint template or presentation; save it as .pptx or .potx and try that',
    noPresentation: 'this is no PowerPoint presentation (.pptx); save it as .pptx and try that',
    officeLarge: (most: number) =>
      `this file is over ${most} MB; take films and large pictures out of it and try again`,
    changedMeanwhile: 'another program has just changed this file, and it was not written; try again',
    slideMissing: (number: number) =>
      `what slide ${number} says is not in the file (it is damaged, or leads to another file); the deck was not changed: save the file whole and try that`,
    slideLarge: (number: number) =>
      `slide ${number} holds more than any slide; the deck was not changed: take out what is too much and try again`,
    linkedSlides: 'this is a link and no file, and was not read; put the file itself there',
    noScript: 'this is no script of a deck; take the file that export --as docx wrote',
    noLayouts: 'there is no layout in it; add one in the slide master view, save it and try that',
    noMaster: 'there is no slide master in it; open it in PowerPoint or WPS, save it as .pptx and try that',
    pageLarge: (most: number) => `this file is over ${most} MB; check that it is the page of a deck`,
    templateLarge: (most: number) =>
      `this file is over ${most} MB; take the pictures and films out and try again`,
    themeThere: 'there is a theme already, which was not overwritten; rename or remove it first',
    themeKinds: {
      name: 'a text',
      base: 'the name of a theme (zhu, mo, su, qing, qing-dark, song, song-dark, bai, bai-dark)',
      colours: 'a colour such as "#9e1219"; there are paper, ink, accent and accent2',
      fonts: 'the name of a font; there are heading and text',
      logo: 'the name of a picture beside this file',
      cover: 'frame, full or paper',
      divider: 'full or paper',
      footer: 'unit, date, marking, title, number and logo: left | middle | right',
    },
    themeValue: (name: string, wanted: string) => `theme: ${name} must be ${wanted}; it is left out`,
    themeTwice: (name: string) => `theme: ${name} is set twice; the first one holds`,
    unknownTheme: (name: string) => `theme: there is no ${name}; it is left out`,
    contrast: (name: string, written: string, found: string, least: number, taken: string) =>
      `theme: ${name} ${written} has a contrast of ${found}:1 and text needs ${least}:1; the nearest that has it, ${taken}, is used`,
    kinds: {
      text: 'a text',
      language: 'the code of a language (zh-CN, zh-TW, en)',
      picture: 'the name of a picture',
      questions: 'questions, a line each, beginning with “- ”',
      timings: '"heading: seconds" lines, the seconds above 0',
      'true or false': 'true or false',
      'number above 0': 'a number above 0',
      theme: 'the name of a theme (zhu, mo, su, qing, qing-dark, song, song-dark, bai, bai-dark)',
      ratio: '16:9, 4:3, A4 or 9:16',
    },

    tooMuchHtml: 'too much HTML in one slide; simplify it',
    tooManyCharacters: (most: number) => `over ${most} characters on one slide; part it with ---`,

    noSlides:
      'no such folder; name the folder of the decks with --slides, or make a deck in the browser with npx study-deck desk',
    noSuchDeck: (decks: readonly string[]) =>
      `no such deck; there ${decks.length === 1 ? 'is' : 'are'} ${decks.join(', ') || 'none yet'}`,
    whichDeck: (decks: readonly string[]) =>
      decks.length
        ? `it does not tell which deck it is of; name the deck with --deck, there are ${decks.join(', ')}`
        : 'there are no decks here',
    noDecks: 'no decks; derive one first, or make one in the browser with npx study-deck desk',
    noMarkdown: 'no Markdown files; derive the deck or write 01.md in it',
    noProject:
      'there are no files of a deck in this page (perhaps it was built with --without-notes or --without-sources); use the folder it was built from',
    manyProjects: 'there is more than one deck in this page; take the page as study-deck built it',
    largeProject: 'this page holds more or larger files than a deck has; nothing was taken out',
    otherFolder: 'this folder holds something else; choose another name with --deck',
    deckThere:
      'something else is in this folder already; if it is the same deck, open it with dev, else choose another name with --deck',
    otherDocument: 'this folder holds the deck of another document; choose another name with --deck',
    slug: (slug: string) => `"${slug}" can't name a deck; use letters, digits and hyphens with --deck`,
    deviceName: (slug: string) => `Windows keeps the name "${slug}" to itself; choose another with --deck`,
    longSlug: "the deck's name is too long; choose a shorter one with --deck",
    likeOtherDeck: (other: string) =>
      `there is a deck "${other}", and Windows does not tell capitals apart; choose another name with --deck`,
    readOnly: 'this file is read-only, so it was not written; make it writable',
    notADeckFile: 'this is no file of a deck’s folder, so it was not written',
    likeOther: (other: string) =>
      `there is "${other}" here, which some systems can't tell from it; choose another name`,
    noServer:
      'study-deck desk has ended; your changes are kept in this browser: start it again and open the address that it gives',
    deskFolder: 'name the folder of the decks',
    folderGone:
      'the folder of the deck is gone; your changes are kept in this browser: put the folder back (plug the stick in) or press "Save the deck"',
    noDocument: 'no document beside the slides to check against',
    reviewUnread: 'this is no review that can be read; bring back the file, or sign again',
    lostDocument: 'the text that the deck was derived from is gone; bring the file back, or derive again',
    tooManyTimings: 'more timings than a deck has slides',
    timingsBody: 'timings are seconds by the headings of slides',
    noDeckFile: 'the deck has no file',

    port: (port: string) => `"${port}" is no port; use 1 to 65535`,
    portInUse: (port: number) => `port ${port} is in use; choose another with --port`,

    clash: (other: string) =>
      `its name clashes with ${other} (Windows does not tell capitals apart); give the deck's folder another name`,
    outInSlides: 'this is inside the folder of the decks; choose another place with --out',
    noQuestions:
      'no point has a figure or a term that could be left out; make the words to be asked for bold in the Markdown (**…**)',
    stranger:
      'a file is here that study-deck did not write, and it was not overwritten; choose another place with --out',
    officialFonts:
      'the faces of official papers (FangSong, KaiTi) are none of ours and cannot be embedded; use either --gongwen or --embed-fonts',
    templateFonts: 'a template decides on the fonts; use either --template or --embed-fonts',
    editedSince:
      'this file was changed after the export, and it was not overwritten; take the changes back with merge, move it away, or choose another place with --out',
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

/** What the command line says of itself. */
const commands = {
  zh: {
    about: '把学习材料做成幻灯片，备注里是原文全文',
    titles: { Usage: '用法：', Arguments: '参数：', Options: '选项：', Commands: '命令：' },
    options: '选项',
    command: '命令',
    help: '显示说明',
    version: '显示版本',
    unless: (value: string) => `默认 ${value}`,
    choices: (list: string) => `可选 ${list}`,
    names: {
      file: '文件',
      deck: '课件',
      folder: '目录',
      number: '数字',
      list: '格式',
      path: '路径',
      how: '多少',
      slides: '页码',
    },
    derive: '由文件生成课件',
    document: '文件；课件网页；- 表示从标准输入读',
    deck: '课件的名称（默认用文件名）',
    slides: '课件所在的文件夹',
    points: '一页最多几个要点',
    detail: '幻灯片说多少',
    dryRun: '只预览，什么也不写',
    outline: '显示读懂了什么',
    outlineJson: '输出 JSON，带位置',
    tree: '每个段落读成了什么：各分句和它们的关系',
    oneFile: '一个 Markdown 文件，或课件所在的文件夹（代替 --slides）',
    oneFileOrPage: '一个 Markdown 文件，或课件所在的文件夹（代替 --slides），或课件网页',
    build: '把每个课件制作成一个独立的网页',
    buildOut: '网页放在哪里',
    builtDesk: '在浏览器里做课件、改课件：双击打开，把文稿或课件拖进去',
    withoutNotes: '不带备注',
    withoutSources: '网页里不带课件的源文件（Markdown、图片、原文文字）',
    unpack: '从课件网页取回它的文件夹',
    merge: '把在 PowerPoint、WPS、Word 里改过的导出文件并回课件',
    officeFile: '导出后改过的 .pptx 或 .docx',
    takeOrder: '各页照文件里的顺序重排',
    import: '把 reveal.js、reveal-md、Marp 或 Slidev 的课件写成这里的课件：一个文件夹，带图片',
    foreign: 'Markdown 文件，或课件的文件夹',
    imported: (slides: number, notes: number, files: number) =>
      `${slides} 页，${notes} 页有备注，${files} 个图片等文件`,
    importForm: (names: string) =>
      `已写成 ${names}：--- 和 ---- 分页，备注写在 Note: 后面；原来的文件没有改动`,
    theme: '用单位的 PowerPoint 模板写一个主题（theme.yaml）',
    template: '.pptx 或 .potx 文件',
    themes: '做一个网页，看每种版式在每个主题里的样子',
    themesOut: '网页的文件名',
    page: '课件网页（.html）',
    check: '逐字核对课件与原文',
    oneDeck: '一个课件（默认全部）',
    checkJson: '输出 JSON，逐页列出',
    strict: '改过的要点也算不合格',
    reviewed: '有没签的页也算不合格',
    dev: '边改边看',
    desk: '在浏览器里做课件：放入文稿，点选要点，改、排、审、放映（不写命令时就是它）',
    oneFolder: '课件所在的文件夹（代替 --slides）',
    opens: (folder: string, decks: number) =>
      `已打开课件文件夹 ${folder}（${decks} 个课件），按 Ctrl+C 关闭：`,
    port: '本机的端口',
    export: '把课件导出为 PDF（幻灯片、备注审阅稿、讲义）、PowerPoint、Word（讲稿、会议用纸）',
    decks: '一个或几个课件',
    formats: (list: string) => `${list}；几种用逗号隔开`,
    exportOut: '文件；几个时写文件夹（默认当前文件夹）',
    range: '只要其中几页：3-8',
    steps: '幻灯片：每一步一页',
    paper: '幻灯片：纸张',
    perPage: '讲义：每张纸几页',
    withNotes: '讲义：旁边印备注，不印横线',
    inkSaving: '白底黑字',
    wideMargin: 'docx：右边留出宽页边，供批注',
    officeTemplate: 'pptx：单位自己的模板（.pptx、.potx）',
    gongwen: 'Word 文件：公文版式（GB/T 9704）',
    embedFonts:
      'pptx、docx：把字体（思源黑体、思源宋体，只含用到的字）嵌进文件；WPS、旧版 Office 不认时仍用电脑上的字体',
    count: '签到表的行数、填空题的题数（默认一页和 20 题）',
    countForm: '是 1 到 999 的整数',
    papers: { 'sign-in': '签到表', minutes: '会议记录', quiz: '填空题' },
    browser: '用来打印的 Chrome、Edge 或 Chromium',
    wrong: {
      missingArgument: (name: string) => `缺少参数“${name}”；加 --help 看用法`,
      optionMissingArgument: (flags: string) => `选项“${flags}”后面缺少值；加 --help 看用法`,
      missingMandatoryOptionValue: (flags: string) => `必须写选项“${flags}”；加 --help 看用法`,
      unknownOption: (flag: string) => `没有选项“${flag}”；加 --help 看用法`,
      unknownCommand: (name: string) => `没有命令“${name}”；加 --help 看有哪些命令`,
      excessArguments: (name: string) => `${name} 后面多写了参数，名称里有空格时请加引号；加 --help 看用法`,
    },
    bad: (flags: string, value: string, wanted: string) => `“${flags}”的值“${value}”不对：${wanted}`,
    meant: (names: string) => `（是不是 ${names}？）`,
    rangeForm: '请写成 3-8',
    pointsForm: '请写 1 到 12 的数字',
    pages: (count: number) => `${count} 页`,
  },
  en: {
    about: 'Study documents into slides whose speaker notes hold the full text',
    titles: { Usage: 'Usage:', Arguments: 'Arguments:', Options: 'Options:', Commands: 'Commands:' },
    options: 'options',
    command: 'command',
    help: 'show this help',
    version: 'show the version',
    unless: (value: string) => `default: ${value}`,
    choices: (list: string) => `one of ${list}`,
    names: {
      file: 'file',
      deck: 'deck',
      folder: 'dir',
      number: 'number',
      list: 'formats',
      path: 'path',
      how: 'how',
      slides: 'slides',
    },
    derive: 'derive the slides of a deck from a document',
    document: 'the document, or the page of a deck; - reads standard input',
    deck: "the deck's folder name (default: from the file's name)",
    slides: 'the folder of the decks',
    points: 'the most points on a slide',
    detail: 'how much the slides say',
    dryRun: 'only tell what would be written',
    outline: 'print what was understood of a document',
    outlineJson: 'as JSON, with spans',
    tree: 'as what each paragraph was read: its clauses and how they hang together',
    oneFile: 'one Markdown file, or a folder of decks instead of --slides',
    oneFileOrPage: 'one Markdown file, a folder of decks instead of --slides, or the page of a deck',
    build: 'build every deck into one self-contained page',
    buildOut: 'where the pages go',
    builtDesk: 'make and change decks in the browser: double-click it, drop a document or a deck on it',
    withoutNotes: 'leave the speaker notes out',
    withoutSources: "leave the deck's own files (Markdown, pictures, the document's text) out of the page",
    unpack: 'take the folder of a deck out of its page',
    merge: 'take what was changed in PowerPoint, WPS or Word back into the deck',
    officeFile: 'an exported .pptx or .docx that was edited',
    takeOrder: "put the slides in the file's order",
    import: 'write a deck of reveal.js, reveal-md, Marp or Slidev as one of ours: a folder, pictures and all',
    foreign: 'a Markdown file, or the folder of a deck',
    imported: (slides: number, notes: number, files: number) =>
      `${many(slides, 'slide')}, ${notes} with notes, ${many(files, 'file')} that they show`,
    importForm: (names: string) =>
      `written as ${names}: --- and ---- between slides, notes below Note:; the original is unchanged`,
    theme: 'write a theme (theme.yaml) from a PowerPoint template',
    template: 'a .pptx or .potx file',
    themes: 'make a page that shows every layout in every theme',
    themesOut: 'the name of the page',
    page: 'the page of a deck (.html)',
    check: 'check decks against their documents',
    oneDeck: 'one deck (default: all)',
    checkJson: 'as JSON, slide by slide',
    strict: 'fail on edited points too',
    reviewed: 'fail while any slide is not signed',
    dev: 'show the decks live while they are edited',
    desk: 'make decks in the browser: drop a document, click points, edit, arrange, review, present (also without a command)',
    oneFolder: 'the folder of the decks, instead of --slides',
    opens: (folder: string, decks: number) =>
      `opened the folder ${folder} (${many(decks, 'deck')}); Ctrl+C ends it:`,
    port: 'the port on this machine',
    export:
      'export decks as PDF (the slides, the notes to review, a handout), PowerPoint, Word (the script, papers for the meeting)',
    decks: 'one or more decks',
    formats: (list: string) => `${list}; several with commas between`,
    exportOut: 'the file, or a folder for several (default: this folder)',
    range: 'some slides only: 3-8',
    steps: 'slides: a page for each step',
    paper: 'slides: the page',
    perPage: 'handout: slides to a page',
    withNotes: 'handout: the notes beside the slides instead of lines',
    inkSaving: 'black on white',
    wideMargin: 'docx: a wide margin to write in',
    officeTemplate: "pptx: the office's own template (.pptx, .potx)",
    gongwen: 'Word files: the layout of Chinese official papers (GB/T 9704)',
    embedFonts:
      'pptx, docx: the file carries its fonts (Noto, cut to its characters); a program that does not take them shows those of the computer',
    count: 'lines of the sign-in sheet, questions of the quiz (default: a page, 20 questions)',
    countForm: 'a whole number from 1 to 999',
    papers: { 'sign-in': 'sign-in sheet', minutes: 'outline of the minutes', quiz: 'blanks to fill in' },
    browser: 'the Chrome, Edge or Chromium to print with',
    wrong: {
      missingArgument: (name: string) => `missing argument '${name}'; --help shows the usage`,
      optionMissingArgument: (flags: string) => `option '${flags}' needs a value; --help shows the usage`,
      missingMandatoryOptionValue: (flags: string) =>
        `required option '${flags}' not specified; --help shows the usage`,
      unknownOption: (flag: string) => `unknown option '${flag}'; --help shows the usage`,
      unknownCommand: (name: string) => `unknown command '${name}'; --help shows the commands`,
      excessArguments: (name: string) =>
        `too many arguments for '${name}', quote a name that has spaces; --help shows the usage`,
    },
    bad: (flags: string, value: string, wanted: string) => `'${value}' is no value for '${flags}': ${wanted}`,
    meant: (names: string) => ` (did you mean ${names}?)`,
    rangeForm: 'write it as 3-8',
    pointsForm: 'use a number from 1 to 12',
    pages: (count: number) => many(count, 'page'),
  },
} as const

/** The command line's words in one language. */
export type CommandWords = (typeof commands)[Language]

export function commandWords(language: Language): CommandWords {
  return commands[language]
}
