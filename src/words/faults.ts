import type { Language } from './language.ts'

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
    themeLeftOut: (why: string) => `主题没有采用：${why}`,
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
    themeLeftOut: (why: string) => `the theme is left out: ${why}`,
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
