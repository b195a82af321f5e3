import { expect, test } from 'vitest'
import { shown } from './slide.ts'

test.each([
  [
    '一是…；二是…',
    '做好这项工作，必须抓好落实。一是加强组织领导。各级党委要把它列入议事日程，定期研究；二是完善制度机制，堵塞管理漏洞；三是强化监督检查。对发现的问题要限期整改。',
    [
      'panels',
      '# 做好这项工作，必须抓好落实',
      '- 加强组织领导',
      '  - 各级党委要把它列入议事日程，定期研究',
      '- 完善制度机制，堵塞管理漏洞',
      '- 强化监督检查',
      '  - 对发现的问题要限期整改',
    ],
  ],
  [
    '一要…二要…',
    '各单位要做好以下工作。一要提高思想认识，增强责任感。二要健全规章制度，规范办事程序。三要加强检查督促，确保取得实效。',
    ['panels', '- 提高思想认识，增强责任感', '- 健全规章制度，规范办事程序', '- 加强检查督促，确保取得实效'],
  ],
  [
    '首先…其次…最后',
    '首先，要摸清底数，建立问题台账。其次，要分类施策，逐项制定整改措施。最后，要跟踪问效，巩固整改成果。',
    ['steps', '- 摸清底数，建立问题台账', '- 分类施策，逐项制定整改措施', '- 跟踪问效，巩固整改成果'],
  ],
  [
    '第一，…第二，…',
    '第一，坚持党的领导，把准政治方向。第二，坚持人民至上，解决群众难题。第三，坚持问题导向，补齐工作短板。',
    [
      'panels',
      '- 坚持党的领导，把准政治方向',
      '- 坚持人民至上，解决群众难题',
      '- 坚持问题导向，补齐工作短板',
    ],
  ],
  [
    '（1）…（2）…',
    '主要任务包括：（1）建设数据中心，汇聚政务数据；（2）开发共享平台，打通信息孤岛；（3）培训业务人员，提高应用水平。',
    [
      'panels',
      '- 建设数据中心，汇聚政务数据',
      '- 开发共享平台，打通信息孤岛',
      '- 培训业务人员，提高应用水平',
    ],
  ],
  [
    '①②③',
    '①加强领导班子建设；②加强干部队伍建设；③加强基层组织建设。',
    ['panels', '- 加强领导班子建设', '- 加强干部队伍建设', '- 加强基层组织建设'],
  ],
  [
    '…；…；…',
    '主要表现在：农产品供给质量亟待提高；农民适应市场竞争的能力不足；农村基础设施欠账较多；农村环境问题比较突出。',
    [
      'panels',
      '- 农产品供给质量亟待提高',
      '- 农民适应市场竞争的能力不足',
      '- 农村基础设施欠账较多',
      '- 农村环境问题比较突出',
    ],
  ],
  [
    'First, … Second, …',
    'First, we will cut the cost of prescription drugs. Second, we will cut energy costs for families. Third, we will cut the cost of child care.',
    [
      'steps',
      '- First, we will cut the cost of prescription drugs',
      '- Second, we will cut energy costs for families',
      '- Third, we will cut the cost of child care',
    ],
  ],
  [
    '要…。要…。要…。',
    '要不断创新工作思路，研究新情况，解决新问题。要不断创新工作方法，提高工作效率和服务质量。要不断创新工作机制，形成齐抓共管的工作合力。',
    [
      '- 不断创新工作思路，研究新情况，解决新问题',
      '- 不断创新工作方法，提高工作效率和服务质量',
      '- 不断创新工作机制，形成齐抓共管的工作合力',
    ],
  ],
])('every item of an enumeration is a point: %s', async (_, text, slide) =>
  expect(await shown(text)).toEqual(slide),
)

test('both halves of 既要…又要… make one point, with whom they tell', async () => {
  expect(await shown('各级领导干部，既要带头学习法律，又要带头遵守法律。')).toEqual([
    '- 各级领导干部，既要带头学习法律，又要带头遵守法律',
  ])
})

test('a run-in heading heads its slide', async () => {
  const slide = await shown(
    '（一）严格执行环境影响评价制度。凡依法应当进行环境影响评价的建设项目，必须严格履行环境影响评价程序。环境影响评价过程要公开透明，充分征求社会公众意见。',
  )
  expect(slide[0]).toBe('# 严格执行环境影响评价制度')
})

test('a sentence is shown by what its frames lead up to', async () => {
  const slide = await shown(
    '为此，各级党委和政府要认清当前面临的严峻形势，坚持以上级会议精神为指导，从讲政治的高度，自觉遵守《保密法》，确保国家秘密安全。',
  )
  expect(slide).toContain('- 自觉遵守《保密法》，确保国家秘密安全')
})

test('loyal formulas, thanks and addresses are no points', async () => {
  const slide = await shown(
    '各位代表！我们全面贯彻党中央决策部署，积极发展先进制造业，规模以上工业增加值增长7.9%，培育国家级企业技术中心12家。',
  )
  expect(slide.join()).not.toMatch(/各位代表|决策部署/u)
  expect(slide.join()).toMatch(/7\.9%.*12家/u)
})

test.each([
  [
    'figures',
    '地区生产总值增长5%以上，城镇新增就业86万人，粮食产量稳定在760亿斤以上，居民消费价格涨幅2%左右。',
  ],
  ['timeline', '到2020年，制度框架基本形成。到2035年，现代化基本实现。到2050年，乡村全面振兴。'],
  ['contrast', '革命战争年代，保密就是保生命；和平建设时期，保密就是保安全。'],
  ['quotation', '国家利益高于一切，保密责任重于泰山！'],
  ['article', '第一条　机关、单位应当实行保密工作责任制，健全保密管理制度。'],
])('the layout %s is read off the words', async (layout, text) => {
  expect((await shown(text))[0]).toBe(layout)
})

test('what an article orders stands with what it is said of, however long', async () => {
  expect(
    await shown(
      '第二十七条　属于国家秘密的设备、产品的研制、生产、运输、使用、保存、维修和销毁，应当符合国家保密规定。',
    ),
  ).toEqual([
    'article',
    '# 第二十七条',
    '- 属于国家秘密的设备、产品的研制、生产、运输、使用、保存、维修和销毁，应当符合国家保密规定',
  ])
})

const long =
  '要加强组织领导，健全工作机制。要加大资金投入，改善基础设施条件。要强化宣传教育，提高群众思想认识。要严格监督检查，及时纠正突出问题。要培养专业人才，建设高素质工作队伍。要完善考核办法，充分调动各方面积极性。'

test('several things said of the same are points below it', async () => {
  expect(
    await shown(
      '实施乡村振兴战略，是党的十九大作出的重大决策部署，是决胜全面建成小康社会的重大历史任务，是新时代“三农”工作的总抓手。现就实施乡村振兴战略提出如下意见。',
    ),
  ).toEqual([
    '# 实施乡村振兴战略',
    '- 是党的十九大作出的重大决策部署',
    '- 是决胜全面建成小康社会的重大历史任务',
    '- 是新时代“三农”工作的总抓手',
  ])
})

test('what is a task heads its slide, what it demands is a point', async () => {
  const slide = await shown(
    '全面贯彻实施《保密法》，是一项长期的工作任务，必须加强领导，一以贯之。一是要健全领导体制，落实工作责任。二是要加强队伍建设，提高整体素质。三是要加强监督检查，严肃追究责任。',
  )
  expect(slide).toContain('# 全面贯彻实施《保密法》')
  expect(slide).toContain('- 必须加强领导，一以贯之')
})

test('what announces, compares or thanks is neither point nor slogan', async () => {
  const slides = await shown(
    '这次会议的主要任务是，总结去年作风建设工作，安排部署今年重点任务。刚才，三个单位作了交流发言，讲得都很好。下面，我讲三点意见。\n\n与党中央要求相比，与群众期盼相比，我们的作风建设还有不小差距。\n\n这些成绩的取得，离不开同志们的努力。在此，我向大家表示衷心的感谢！',
  )
  expect(slides.join()).not.toMatch(/任务是|发言|三点意见|相比|quotation/u)
  expect(slides).toContain('- 总结去年作风建设工作，安排部署今年重点任务')
  expect(slides).toContain('- 我们的作风建设还有不小差距')
})

test('a paragraph of nothing but courtesies has no slide', async () => {
  expect(await shown('现在，我代表省人民政府向大会报告工作，请予审议。\n\n特此报告。')).toEqual([])
})

test('items that are forbidden stand below the words that forbid them', async () => {
  expect(
    await shown('办公场所严禁下列行为：（1）堵塞疏散通道；（2）私拉乱接电线；（3）违规存放易燃物品。'),
  ).toEqual(['- 办公场所严禁下列行为', '  - 堵塞疏散通道', '  - 私拉乱接电线', '  - 违规存放易燃物品'])
})

test('detail and points set how many are chosen', async () => {
  const count = async (options: Parameters<typeof shown>[1]): Promise<number> =>
    (await shown(long, options)).filter((line) => line.startsWith('-')).length
  expect(await count({ detail: 'brief' })).toBeLessThan(await count({}))
  expect(await count({})).toBeLessThanOrEqual(await count({ detail: 'full' }))
  expect(await count({ points: 2 })).toBe(2)
})

test('in full, an enumerated item has all its points below it; else what its headline comes to', async () => {
  const text =
    '一是加强组织领导。各级党委要定期研究保密工作。主要负责同志要承担领导责任。二是完善制度机制，堵塞管理漏洞。要健全定密管理制度。'
  expect(await shown(text)).toEqual([
    'panels',
    '- 加强组织领导',
    '  - 各级党委要定期研究保密工作',
    '- 完善制度机制，堵塞管理漏洞',
  ])
  expect(await shown(text, { detail: 'full' })).toEqual([
    'panels',
    '- 加强组织领导',
    '  - 各级党委要定期研究保密工作',
    '  - 主要负责同志要承担领导责任',
    '- 完善制度机制，堵塞管理漏洞',
    '  - 健全定密管理制度',
  ])
})

test('calls that name what follows them are an enumeration', async () => {
  expect(
    await shown(
      '2、要有干劲。要干得快。对定下来的工作，说干就干，不等不拖。要干得实。“一把手”要当好“施工队长”，绝不能当“甩手掌柜”。要干得好。坚持高标准、严要求。',
    ),
  ).toEqual([
    'panels',
    '# 有干劲',
    '- 干得快',
    '  - 对定下来的工作，说干就干，不等不拖',
    '- 干得实',
    '  - “一把手”要当好“施工队长”，绝不能当“甩手掌柜”',
    '- 干得好',
    '  - 坚持高标准、严要求',
  ])
})

test.each([
  [
    'an exception',
    '除法律、行政法规另有规定外，任何单位和个人不得以任何方式强制或者变相强制企业参加评比达标表彰活动。',
    '除法律、行政法规另有规定外，任何单位和个人不得以任何方式强制或者变相强制企业参加评比达标表彰活动',
  ],
  [
    'an exception behind',
    '公司不得收购本公司股份，但是有下列情形之一的除外。',
    '公司不得收购本公司股份，但是有下列情形之一的除外',
  ],
  ['a condition', '未经批准，任何单位和个人不得擅自改变用途。', '未经批准，任何单位和个人不得擅自改变用途'],
  [
    'the other half',
    '干工作不能只靠个人的力量，必须把大家都凝聚到一起。',
    '干工作不能只靠个人的力量，必须把大家都凝聚到一起',
  ],
  [
    'the noun of its principles',
    '保密工作遵循党管保密、依法管理，积极防范、突出重点，技管并重、创新发展的原则。',
    '保密工作遵循党管保密、依法管理，积极防范、突出重点，技管并重、创新发展的原则',
  ],
  ['what it leads to', '如果政治不合格，能力越强危害就越大。', '如果政治不合格，能力越强危害就越大'],
])('no point without %s', async (_, text, point) => {
  expect(await shown(text, { detail: 'full' })).toContain(`- ${point}`)
})

test('who is to act stands with it, or in the point before it', async () => {
  const text =
    '市场监管部门对发现的问题实行台账管理，逐项登记造册，及时公开投诉处理的全部结果并且接受社会监督。'
  expect(await shown(text, { detail: 'full' })).toEqual([
    '- 市场监管部门对发现的问题实行台账管理，逐项登记造册',
    '- 及时公开投诉处理的全部结果并且接受社会监督',
  ])
  expect(await shown(text, { points: 1 })).toEqual(['- 市场监管部门对发现的问题实行台账管理，逐项登记造册'])
})

test('a speech in lines shows those that say something', async () => {
  const lines = [
    'It matters.',
    'We know it.',
    'Our economy created over 6.5 million new jobs last year.',
    'They keep moving.',
    'We must pass the tax credit for working families now.',
    'I understand.',
    'That is who we are.',
    'And so it goes.',
  ]
  const slide = await shown(`A speech\n\n${lines.join('\n\n')}`)
  expect(slide).toContain('- Our economy created over 6.5 million new jobs last year')
  expect(slide.join()).not.toContain('It matters')
})

test('short paragraphs in a row have points, though a speech is set so', async () => {
  const lines = [
    '居民可以申请用餐。',
    '释：配合实务运作，酌修本条。',
    '食堂应当公开菜价。',
    '饭菜应当留样。',
    '释：本条修改。',
    '本条例自公布之日起施行。',
  ]
  expect((await shown(lines.join('\n\n'))).length).toBeGreaterThan(0)
})

test('takes quotations that stand in a row for a list, each a point without its marks', async () => {
  expect(
    await shown(
      '“开展‘一照多址’改革”、“便利企业分支机构、连锁门店信息变更”、“清除招投标领域对外地企业设置的隐性门槛和壁垒”、“推进客货运输电子证照跨区域互认与核验”等。',
    ),
  ).toEqual([
    'panels',
    '- 开展‘一照多址’改革',
    '- 便利企业分支机构、连锁门店信息变更',
    '- 清除招投标领域对外地企业设置的隐性门槛和壁垒',
    '- “推进客货运输电子证照跨区域互认与核验”等',
  ])
})

test.each([
  [
    '1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
    '共8天',
  ],
  [
    '推广工作中的重要情况，各地区、各有关部门要及时向国务院请示报告。其他情况按照原有渠道办理。',
    '要及时向国务院请示报告',
  ],
  [
    '国务院各有关部门要结合自身职责，及时出台改革配套政策，支持指导地方做好复制推广工作；涉及调整部门规章的，要抓紧按程序办理。',
    '国务院各有关部门要结合自身职责，及时出台改革配套政策',
  ],
])('says nothing by halves: %s', async (text, whole) => {
  expect((await shown(text)).join('\n')).toContain(whole)
  expect(await shown(text)).not.toContain('- 国务院各有关部门要结合自身职责')
  expect(await shown(text)).not.toContain('- 推广工作中的重要情况')
})

test.each([
  [
    'an exception',
    '除涉密等特殊情况外，进出口监管证件都应通过窗口受理，企业可以自主打印证件，口岸全部实行预约通关。',
    [
      '- 除涉密等特殊情况外',
      '  - 进出口监管证件都应通过窗口受理',
      '  - 企业可以自主打印证件，口岸全部实行预约通关',
    ],
  ],
  [
    'a time that is set',
    '到2022年，学术自治理念全面落实，学术生态环境明显改善，科技工作者的积极性显著提升。',
    ['- 到2022年', '  - 学术自治理念全面落实', '  - 科技工作者的积极性显著提升'],
  ],
])('%s that holds for several points is said once, above them', async (_, text, shownFirst) => {
  expect((await shown(text, { detail: 'full' })).slice(0, 3)).toEqual(shownFirst)
})

test('counted paragraphs are no lines of a speech: each has a point', async () => {
  const rules = ['一', '二', '三', '四', '五', '六', '七'].map(
    (n) => `（${n}）第${n}类企业符合规定的可以减税。`,
  )
  const slide = await shown(rules.join('\n\n'))
  for (const rule of rules) expect(slide.join('\n')).toContain(rule.slice(3, -1))
})

test('one of several orders, or of several equals, heads none of the others', async () => {
  const orders =
    '加快建设指挥平台，完善应急管理体系，健全统一调度机制，推动数据互联互通，提升基层服务能力，加强专业队伍建设。'
  const equals =
    '办公厅是全国账号工作的主管单位，各级办公室是本地区账号工作的主管单位，各部门办公室是本部门账号工作的主管单位。'
  for (const text of [orders, equals]) expect((await shown(text)).join()).not.toContain('# ')
})

test('a paragraph with a head of its own has more than that head', async () => {
  const text = '（1）科研成果激励。激励获得教学科研显著成果的（第一主持人应是教师或者教研员）第一主持人。'
  expect((await shown(text)).join('\n')).toContain('第一主持人')
})

test.each([
  '普惠性幼儿园不得办成营利性幼儿园',
  '凡有一处不符合要求的，一律停止使用',
  '严禁在库房内存放易燃物品',
  'no gifts are acceptable and no employee may take money',
])('a ban is shown, however much its paragraph says: %s', async (ban) => {
  const [fillers, stop] = /[a-z]/u.test(ban)
    ? [['The council met in spring', 'Forty members came by train', 'The hall had been painted blue'], '. ']
    : [['预算增长百分之十二', '要加快建设统一平台', '必须健全工作机制', '到2025年完成三百项任务'], '。']
  const sentences = Array.from({ length: 5 }, (_, i) =>
    fillers.map((words) => `${words}${'一二三四五'[i]}`),
  ).flat()
  const text = [...sentences.slice(0, 9), ban, ...sentences.slice(9)].join(stop) + stop.trim()
  expect((await shown(text)).join('\n').toLowerCase()).toContain(ban.toLowerCase())
})
