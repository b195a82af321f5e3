import { describe, expect, test } from 'vitest'
import { sketch } from './sketch.ts'

/** A paragraph as documents have them. */
const P = '坚持党的领导，健全制度体系，落实工作责任，统筹发展和安全，推动各项任务落到实处。'
const p = 'prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…'
const E = 'This paragraph is long enough to be one, since it says a good deal about the matter.'
const e = 'prose This paragraph is long e…'

const lines = (...all: readonly string[]): string => all.join('\n')

describe('lost breaks', () => {
  test('wide spaces part paragraphs, but not the words of a heading, an article or a name', async () => {
    const law = lines(
      '某某法',
      '第一章　总　　则',
      '第一条　　为了保障安全，制定本法。　　第二条　国家依法保护。',
      '第二章　附　　则',
      '第三条　本法自公布之日起施行。',
      '　　　　　　　总理　　李克强',
      '　　　　　　　2020年1月1日',
    )
    expect(await sketch(law)).toEqual([
      '= 某某法',
      '# 第一章　总　　则',
      'article 第一条　　为了保障安全，制定本法。',
      'article 第二条　国家依法保护。',
      '# 第二章　附　　则',
      'article 第三条　本法自公布之日起施行。',
      '--',
      'signature 总理　　李克强',
      'date 2020年1月1日',
    ])
  })

  test('a heading on one line with its text', async () => {
    expect(await sketch(`要点\n一、目标　　${P}　　二、任务　　${P}`)).toEqual([
      '= 要点',
      '# 一、目标',
      p,
      '# 二、任务',
      p,
    ])
  })

  test('what a notice announces is its text, however it ends', async () => {
    const lead = '岁末年初历来是事故易发多发期。为深入贯彻党中央决策部署，现就有关事项通知如下：'
    expect(await sketch(`关于做好安全工作的通知\n各市人民政府：\n${lead}\n一、提高认识\n${P}`)).toEqual([
      '= 关于做好安全工作的通知',
      '--',
      'addressee 各市人民政府：',
      'prose 岁末年初历来是事故易发多发期。为深入贯彻党中央决…',
      '# 一、提高认识',
      p,
    ])
  })

  test('a title on one line with the text', async () => {
    const text = `国务院关于加强工作的意见　　各省、自治区人民政府：　　${P}　　一、提高认识　　${P}　　二、加强领导　　${P}`
    expect(await sketch(text)).toEqual([
      ...['= 国务院关于加强工作的意见', '--', 'addressee 各省、自治区人民政府：', p],
      ...['# 一、提高认识', p, '# 二、加强领导', p],
    ])
  })

  test('articles that count on part a line without any mark', async () => {
    const law =
      '某某条例\n第一章　总则　第一条　为了环境，制定本条例。第二条　依照第五条的统一、效率优先。第三条　国家保护。'
    expect(await sketch(law)).toEqual([
      '= 某某条例',
      '# 第一章　总则',
      'article 第一条　为了环境，制定本条例。',
      'article 第二条　依照第五条的统一、效率优先。',
      'article 第三条　国家保护。',
    ])
  })

  test('a text that has lost every break', async () => {
    const law =
      '某市关于印发《某某办法》的通知某政发〔2023〕23号第一章总则第一条为了保障权益，制定本办法。第二条依照第一条办理。第二章附则第三条本办法施行。'
    expect(await sketch(law)).toEqual([
      ...['= 某市关于印发《某某办法》的通知', '--', 'issuing-number 某政发〔2023〕23号'],
      ...['# 第一章总则', 'article 第一条为了保障权益，制定本办法。', 'article 第二条依照第一条办理。'],
      ...['# 第二章附则', 'article 第三条本办法施行。'],
    ])
  })

  test('sections part a text of one line, a list inside a sentence does not', async () => {
    const body = P.repeat(5)
    expect(
      await sketch(`${body}一、加强领导。${body}二、健全制度。${body}三、统一、效率优先。${body}`),
    ).toEqual([...['--', p, '# 一、加强领导。', p, '# 二、健全制度。', p, '# 三、统一、效率优先。', p]])
    expect(await sketch(`工作要点\n主要任务：一、抓学习；二、抓落实。${P}\n${P}`)).toEqual([
      ...['= 工作要点', '--', 'prose 主要任务：一、抓学习；二、抓落实。坚持党的领导，…', p],
    ])
  })
})

describe('numbered headings', () => {
  test('bare and run in, in one file', async () => {
    const text = lines(
      ...[
        '关于某事的意见',
        '一、总体要求',
        `（一）指导思想。${P}`,
        `（二）目标任务：${P}`,
        P,
        '（三）基本原则',
        `——坚持领导。${P}`,
      ],
      ...['二、主要任务', `（一）抓生产。${P}`, `（二）抓生活。${P}`],
    )
    expect(await sketch(text)).toEqual([
      '= 关于某事的意见',
      ...['# 一、总体要求', '## （一）指导思想。', p, '## （二）目标任务：', p, p],
      ...['## （三）基本原则', 'prose ——坚持领导。坚持党的领导，健全制度体系，落实工…'],
      '# 二、主要任务',
      'prose <（一）抓生产。> （一）抓生产。坚持党的领导，健全制度体系，落实工…',
      'prose <（二）抓生活。> （二）抓生活。坚持党的领导，健全制度体系，落实工…',
    ])
  })

  test('paragraphs with heads of their own in all other sections outvote no headings', async () => {
    const others = ['二', '三', '四', '五', '六', '七'].flatMap((number) => [
      `${number}、第${number}项任务`,
      `（一）抓生产。${P}`,
      `（二）抓生活。${P}`,
    ])
    const text = lines(
      '关于某事的意见',
      '一、总体要求',
      `（一）指导思想。${P}`,
      '（二）基本原则',
      P,
      P,
      ...others,
    )
    expect(await sketch(text)).toEqual(expect.arrayContaining(['## （一）指导思想。', '## （二）基本原则']))
  })

  test.each([
    [
      'chapters, one missing, one without 第',
      ['第一章 总则', '第二章 任务', '第四章 保障', '五章 监督', '第六章 附则'],
    ],
    ['letters, one missing', ['A. 甲事', 'B. 乙事', 'D. 丁事']],
    ['marks mixed, one without', ['1、学习内容', '2. 学习方法', '3．学习要求', '4、学习时间', '5中国特色']],
    ['stems', ['甲　引论', '乙　本论', '丙　结论']],
    ['full stops', ['一、总体要求。', '二、促进全链条降成本。', '三、强化保障。']],
    ['Roman', ['I. 甲事', 'II. 乙事', 'III. 丙事', 'IV. 丁事']],
    ['lectures', ['第一讲 甲事', '第二讲 乙事']],
    ['short lines of plain text', ['强化组织领导', '健全工作机制', '抓好队伍建设']],
  ])('%s', async (_, headings) => {
    const text = lines(
      '学习提纲',
      '2024年，我们取得进步。',
      P,
      ...headings.flatMap((heading) => [heading, P, P]),
    )
    expect(await sketch(text)).toEqual([
      ...['= 学习提纲', '--', 'prose 2024年，我们取得进步。', p],
      ...headings.flatMap((heading) => [`# ${heading}`, p, p]),
    ])
  })

  test('numbers of articles on lines of their own', async () => {
    expect(
      await sketch(lines('某法', '第一章', '总则', '第一条', '为了安全，制定本法。', '第二条', '国家保护。')),
    ).toEqual([
      ...['= 某法', '# 第一章⏎总则', 'article 第一条⏎为了安全，制定本法。', 'article 第二条⏎国家保护。'],
    ])
  })

  test('an article takes in its clauses and items', async () => {
    const law = lines(
      '某法',
      '第一条 有下列情形：',
      '（一）甲项；',
      '（二）乙项。',
      '前款另有规定。',
      '第二条 国家保护。',
      '第三条 本法施行。',
    )
    expect(await sketch(law)).toEqual([
      ...[
        '= 某法',
        '--',
        'article 第一条 有下列情形：⏎（一）甲项；⏎（二）乙项。…',
        'article 第二条 国家保护。',
        'article 第三条 本法施行。',
      ],
    ])
  })

  test('lists and enumerations are paragraphs', async () => {
    const text = lines(
      ...['工作意见', '一、总体要求', `一是坚持领导。${P}`, `二是坚持改革。${P}`],
      ...[
        '二、主要任务',
        '重点抓好：',
        '（一）抓学习；',
        '（二）抓落实；',
        '（三）抓考核。',
        `第一，提高认识。${P}`,
      ],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 工作意见',
        '# 一、总体要求',
        'prose <一是坚持领导。> 一是坚持领导。坚持党的领导，健全制度体系，落实工…',
      ],
      'prose <二是坚持改革。> 二是坚持改革。坚持党的领导，健全制度体系，落实工…',
      ...['# 二、主要任务', 'prose 重点抓好：⏎（一）抓学习；⏎（二）抓落实；⏎（三…'],
      'prose <第一，提高认识。> 第一，提高认识。坚持党的领导，健全制度体系，落实…',
    ])
  })
})

test('the letters of answers are no headings, words in heavy brackets are', async () => {
  const exam = lines(
    '一、选择题',
    '1. 正确的是（ ）',
    'A. 甲',
    'B. 乙',
    'C. 丙',
    'D. 丁',
    '二、简答题',
    '1. 简述意义。',
  )
  expect((await sketch(exam)).filter((line) => line.startsWith('#'))).toEqual([
    '# 一、选择题',
    '# 二、简答题',
  ])
  expect(await sketch(lines('学习记录', '【学习重点】', P, '【小结】', P))).toEqual([
    ...['= 学习记录', '# 【学习重点】', p, '# 【小结】', p],
  ])
})

describe('the parts around the text', () => {
  test('title, number, addressee, attachments, signature, date, note', async () => {
    const text = lines(
      ...['国务院关于加强某某工作的意见\u00a0国发〔2011〕35号', '各省、自治区、直辖市人民政府：', P],
      ...[
        '一、提高认识',
        P,
        '二、加强领导',
        P,
        '附件：1.任务分工表',
        '　　　2.进度表',
        '国务院',
        '2011年10月17日',
        '（此件公开发布）',
      ],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 国务院关于加强某某工作的意见',
        '--',
        'issuing-number 国发〔2011〕35号',
        'addressee 各省、自治区、直辖市人民政府：',
        p,
      ],
      ...['# 一、提高认识', p, '# 二、加强领导', p],
      ...[
        '--',
        'attachment 附件：1.任务分工表',
        'attachment 2.进度表',
        'signature 国务院',
        'date 2011年10月17日',
        'source （此件公开发布）',
      ],
    ])
  })

  test('of a traditional Chinese document', async () => {
    const text = lines(
      ...[
        '國務院關於加強保護工作的意見',
        '國發〔2011〕35號',
        '各省、自治區人民政府：',
        '一、總體要求',
        P,
        '二、保障措施',
        P,
      ],
      ...['　　　　　　國務院', '　　　　　　二○一一年十月十七日'],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 國務院關於加強保護工作的意見',
        '--',
        'issuing-number 國發〔2011〕35號',
        'addressee 各省、自治區人民政府：',
      ],
      ...['# 一、總體要求', p, '# 二、保障措施', p, '--', 'signature 國務院', 'date 二○一一年十月十七日'],
    ])
  })

  test('a title over two lines, and none', async () => {
    const body = ['一、坚持道路', P, '二、完善体系', P]
    const outline = ['# 一、坚持道路', p, '# 二、完善体系', p]
    const titled = lines('中共中央', '关于若干重大问题的决定', '（2014年10月23日通过）', ...body)
    expect(await sketch(titled)).toEqual([
      '= 中共中央⏎关于若干重大问题的决定',
      '--',
      'date （2014年10月23日通过）',
      ...outline,
    ])
    expect(await sketch(lines('同志们：', ...body, '谢谢大家！'))).toEqual([
      '--',
      'salutation 同志们：',
      ...outline,
      '--',
      'prose 谢谢大家！',
    ])
  })

  test('what a page put around the text', async () => {
    const text = lines(
      ...[
        '当前位置：首页 > 要闻',
        '打印 全屏 收藏 【字号：大 中 小】',
        '某省工作报告',
        '来源：某网',
        '省长 王某某',
        '本报记者 张某摄',
      ],
      ...['一、回顾', P, '二、展望', P, '责任编辑：张三', '相关报道：'],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 某省工作报告',
        '--',
        'furniture 当前位置：首页 > 要闻',
        'furniture 打印 全屏 收藏 【字号：大 中 小】',
        'source 来源：某网',
      ],
      ...[
        'byline 省长 王某某',
        'furniture 本报记者 张某摄',
        '# 一、回顾',
        p,
        '# 二、展望',
        p,
        '--',
        'source 责任编辑：张三',
        'furniture 相关报道：',
      ],
    ])
  })

  test('a closing, and where the text comes from', async () => {
    const text = lines(
      '学习贯彻精神',
      '一、提高认识',
      P,
      '二、抓好落实',
      P,
      '让我们更加紧密地团结起来，共同奋斗！（作者单位：某某大学）',
      '（来源：某某日报）',
    )
    expect(await sketch(text)).toEqual([
      ...['= 学习贯彻精神', '# 一、提高认识', p, '# 二、抓好落实', p],
      ...[
        '--',
        'prose 让我们更加紧密地团结起来，共同奋斗！',
        'byline （作者单位：某某大学）',
        'source （来源：某某日报）',
      ],
    ])
  })

  test('a document after the notice that brings it', async () => {
    const text = lines(
      ...[
        '关于印发某某办法的通知',
        '某发〔2020〕1号',
        '《某某办法》现印发给你们，请认真贯彻执行。',
        '某某办公厅',
        '2020年1月1日',
      ],
      ...[
        '某某管理办法',
        '第一章 总则',
        '第一条 为了管理，制定本办法。',
        '第二章 附则',
        '第二条 本办法施行。',
      ],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 关于印发某某办法的通知',
        '--',
        'issuing-number 某发〔2020〕1号',
        'prose 《某某办法》现印发给你们，请认真贯彻执行。',
      ],
      ...[
        'signature 某某办公厅',
        'date 2020年1月1日',
        '# 某某管理办法',
        '## 第一章 总则',
        'article 第一条 为了管理，制定本办法。',
      ],
      ...['## 第二章 附则', 'article 第二条 本办法施行。'],
    ])
  })

  test('what is attached begins with its mark; the list of it is none', async () => {
    const text = lines(
      ...['关于印发某某办法的通知', '各科室：', '现印发给你们，请认真贯彻执行。'],
      ...['附件：1.某某管理办法', '2.移交登记表', '某某局', '2020年1月1日'],
      ...['附件1', '某某管理办法', '第一条 为了管理，制定本办法。', '第二条 本办法施行。'],
      ...['附件2', '移交登记表', '序号\t名称', '1\t甲卷'],
    )
    expect(await sketch(text)).toEqual([
      ...['= 关于印发某某办法的通知', '--', 'addressee 各科室：', 'prose 现印发给你们，请认真贯彻执行。'],
      ...[
        'attachment 附件：1.某某管理办法',
        'attachment 2.移交登记表',
        'signature 某某局',
        'date 2020年1月1日',
      ],
      ...['# 附件1⏎某某管理办法', 'article 第一条 为了管理，制定本办法。', 'article 第二条 本办法施行。'],
      ...['# 附件2⏎移交登记表', 'table 序号\t名称⏎1\t甲卷'],
    ])
  })

  test('what follows the last of numbered paragraphs belongs to none of them', async () => {
    const text = lines(
      '放假通知',
      '一、元旦：1月1日放假1天，不调休。',
      '二、清明节：4月4日放假，共3天。',
      '三、国庆节、中秋节：10月1日放假。',
      P,
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 放假通知',
        '# 一、元旦：',
        'prose 1月1日放假1天，不调休。',
        '# 二、清明节：',
        'prose 4月4日放假，共3天。',
      ],
      ...['# 三、国庆节、中秋节：', 'prose 10月1日放假。', '--', p],
    ])
  })

  test('a closing that turns to the hearers is no salutation; a name is one of a person', async () => {
    const text = lines(
      '在大会上的讲话',
      '市委书记 张 明',
      '各位代表、同志们：',
      '一、甲',
      P,
      '二、乙',
      P,
      '同志们，目标已经明确，让我们团结奋斗！',
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 在大会上的讲话',
        '--',
        'byline 市委书记 张 明',
        'salutation 各位代表、同志们：',
        '# 一、甲',
        p,
        '# 二、乙',
        p,
      ],
      ...['--', 'prose 同志们，目标已经明确，让我们团结奋斗！'],
    ])
    expect(await sketch(lines('工作方案', '内部资料', P, P))).toContain('prose 内部资料')
  })

  test('when, where and who of a meeting', async () => {
    const text = lines(
      '党委会会议纪要',
      '〔2024〕第5期',
      '时间：2024年5月6日',
      '地点：三楼会议室',
      '会议研究了有关工作。',
      '一、甲',
      P,
      '二、乙',
      P,
    )
    expect((await sketch(text)).slice(0, 6)).toEqual([
      ...['= 党委会会议纪要', '--', 'issuing-number 〔2024〕第5期', 'source 时间：2024年5月6日'],
      ...['source 地点：三楼会议室', 'prose 会议研究了有关工作。'],
    ])
  })

  test('the signature of a notice belongs to no section of it, with or without more behind', async () => {
    const text = lines(
      '某某意见',
      '一、甲',
      P,
      '二、乙',
      P,
      '某某局',
      '2020年1月1日',
      '附件1',
      '任务分工表',
      '序号\t任务',
      '1\t甲',
    )
    expect(await sketch(text)).toEqual([
      ...['= 某某意见', '# 一、甲', p, '# 二、乙', p, '--', 'signature 某某局', 'date 2020年1月1日'],
      ...['# 附件1⏎任务分工表', 'table 序号\t任务⏎1\t甲'],
    ])
  })

  test('two documents in one file', async () => {
    const body = [P, '一、目标', P, '二、措施', P]
    const outline = (level: string): readonly string[] => [p, `${level} 一、目标`, p, `${level} 二、措施`, p]
    expect(await sketch(lines('甲市工作意见', ...body, '乙市工作方案', ...body))).toEqual([
      ...['# 甲市工作意见', ...outline('##'), '# 乙市工作方案', ...outline('##')],
    ])
  })

  test('a table of contents', async () => {
    const text = lines(
      '某某规划',
      '目　录',
      '一、总体要求……1',
      '（一）指导思想……2',
      '二、主要任务',
      '一、总体要求',
      '（一）指导思想',
      P,
      '二、主要任务',
      P,
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 某某规划',
        '--',
        'contents 目　录',
        'contents 一、总体要求……1',
        'contents （一）指导思想……2',
        'contents 二、主要任务',
      ],
      ...['# 一、总体要求', '## （一）指导思想', p, '# 二、主要任务', p],
    ])
  })

  test('footnotes at the end', async () => {
    const text = lines('学习资料', '一、甲', `${P}[1]`, '二、乙', P, '注释', '[1] 某某著作，第1页。')
    expect(await sketch(text)).toEqual([
      '= 学习资料',
      '# 一、甲',
      p,
      '# 二、乙',
      p,
      '--',
      'footnote 注释',
      'footnote [1] 某某著作，第1页。',
    ])
  })
})

describe('lines', () => {
  /** Sets a paragraph in lines of so many characters, the first indented. */
  const wrapped = (words: string, room: number): readonly string[] =>
    Array.from({ length: Math.ceil((words.length + 2) / room) }, (_, at) =>
      `　　${words}`.slice(at * room, (at + 1) * room),
    )

  test('set to one width are joined', async () => {
    const text = lines(
      '某市工作要点',
      '一、提高认识',
      ...wrapped(P.repeat(3), 30),
      ...wrapped(P.repeat(2), 30),
      '二、加强领导',
      ...wrapped(P.repeat(3), 30),
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 某市工作要点',
        '# 一、提高认识',
        ...Array(2).fill('prose 坚持党的领导，健全制度体系，落实工作责任，统筹发…'),
        '# 二、加强领导',
        p,
      ],
    ])
  })

  test('cut at a quotation are joined', async () => {
    const text = lines(
      '某省报告',
      '一、回顾',
      P,
      '我们坚持改革，扩大铁路',
      '“点对点”',
      '运输，加快建设。',
      P,
      '二、展望',
      P,
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= 某省报告',
        '# 一、回顾',
        p,
        'prose 我们坚持改革，扩大铁路⏎“点对点”⏎运输，加快建…',
        p,
        '# 二、展望',
        p,
      ],
    ])
  })

  test('of English text, with a form feed', async () => {
    const text = lines(
      ...[
        'THE REPORT',
        '',
        'I. INTRODUCTION',
        '',
        'This paragraph is long enough to be one, since it says a',
        'good deal about the matter; and it goes on over several',
        'lines, as files do.',
        '',
      ],
      ...[
        'II. THE MATTER',
        '',
        'This paragraph is long enough to be one, since it says a',
        '\fgood deal about the matter; and it goes on over several',
        'lines, as files do.',
      ],
    )
    expect(await sketch(text)).toEqual(['= THE REPORT', '# I. INTRODUCTION', e, '# II. THE MATTER', e])
  })

  test('that are short are no headings when they are sentences', async () => {
    const speech = lines('讲话', ...Array(7).fill(['同志们、朋友们！', P]).flat())
    expect((await sketch(speech)).slice(0, 4)).toEqual(['= 讲话', '--', 'salutation 同志们、朋友们！', p])
    expect(await sketch(lines(E, '', 'One America.', '', E, '', 'One people.', '', E))).toEqual([
      '--',
      e,
      'prose One America.',
      e,
      'prose One people.',
      e,
    ])
  })

  test('without any punctuation stay whole', async () => {
    expect(await sketch('没有标点的文字'.repeat(5000))).toHaveLength(2)
    expect(await sketch(`${P.repeat(700)}`)).not.toHaveLength(2)
  })
})

describe('English headings', () => {
  test('in capitals, underlined and known words', async () => {
    const text = lines(
      'STRATEGIC PLAN',
      '',
      'PURPOSE',
      '',
      E,
      '',
      'The scope of it',
      '---------------',
      E,
      '',
      'Conclusion',
      '',
      E,
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= STRATEGIC PLAN',
        '# PURPOSE',
        e,
        '# The scope of it',
        'furniture ---------------',
        e,
        '# Conclusion',
        e,
      ],
    ])
  })

  test('numbered in depth; a year is no number', async () => {
    const text = lines(
      'Safety Policy',
      '',
      '1. Purpose',
      '',
      E,
      '',
      '2. Scope',
      '',
      '2.1 Offices',
      '',
      E,
      '',
      '2.2 Sites',
      '',
      E,
      '',
      '3. Review',
      '',
      '2024. The board does it each year, and amends it.',
    )
    expect(await sketch(text)).toEqual([
      ...['= Safety Policy', '# 1. Purpose', e, '# 2. Scope', '## 2.1 Offices', e, '## 2.2 Sites', e],
      ...['# 3. Review', 'prose 2024. The board does it …'],
    ])
  })

  test('of an act, with lettered items; a number before a sentence is none', async () => {
    const text = lines(
      ...['AN ACT', '', 'SECTION 1. SHORT TITLE.', '', E, '', 'SEC. 2. DUTIES.', '', 'The agency shall:', ''],
      ...[
        '(a) keep the records;',
        '(b) publish them; and',
        '(c) report on them.',
        '',
        'APPENDIX A',
        '',
        'The sites.',
      ],
    )
    expect(await sketch(text)).toEqual([
      ...['= AN ACT', '# SECTION 1. SHORT TITLE.', e, '# SEC. 2. DUTIES.', 'prose The agency shall:⏎⏎(a) k…'],
      ...['# APPENDIX A', 'prose The sites.'],
    ])
    const report = lines(
      'Report',
      '',
      '1. Findings',
      '',
      E,
      '',
      '2. Audit',
      '',
      E,
      '',
      '2. In addition, the auditors saw progress.',
    )
    expect((await sketch(report)).at(-1)).toBe('prose 2. In addition, the audi…')
  })

  test('short lines of a memorandum, one above each paragraph', async () => {
    const text = lines(
      ...[
        'MEMORANDUM',
        '',
        'TO: All staff',
        'DATE: March 3, 2024',
        '',
        E,
        '',
        'New rules',
        '',
        E,
        '',
        'Questions',
        '',
        E,
      ],
    )
    expect(await sketch(text)).toEqual([
      ...[
        '= MEMORANDUM',
        '--',
        'source TO: All staff',
        'source DATE: March 3, 2024',
        e,
        '# New rules',
        e,
        '# Questions',
        e,
      ],
    ])
  })

  test('articles, each a heading above its text', async () => {
    expect(
      await sketch(
        lines(
          'Preamble',
          E,
          '',
          'Article 1.',
          '',
          E,
          '',
          'Article 2.',
          '',
          '(1) Everyone has it.',
          '(2) No one has it.',
        ),
      ),
    ).toEqual([
      ...[
        '# Preamble',
        e,
        '# Article 1.',
        e,
        '# Article 2.',
        'prose (1) Everyone has it.',
        'prose (2) No one has it.',
      ],
    ])
  })
})

test('a text without headings is parted where its topic shifts', async () => {
  const about = (topic: string, other: string): readonly string[] =>
    Array.from({ length: 6 }, (_, at) =>
      `${topic}的第${at}个方面，说的是${topic}怎样做好，${other}怎样跟上，这是${topic}的要求，也是${other}的要求。`.repeat(
        3,
      ),
    )
  const text = lines(
    ...about('粮食生产', '耕地保护'),
    ...about('铁路运输', '港口建设'),
    ...about('医疗改革', '药品供应'),
  )
  const outline = await sketch(text)
  expect(outline.filter((line) => line === '~~')).toHaveLength(3)
  expect(outline.indexOf('~~', 1)).toBe(7)
})
