import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown } from './slide.ts'

/** What changes the meaning of what stands behind it, written without a look at the lexicon's words. */
const leading = [
  '在符合土地利用总体规划前提下',
  '在依法保护集体土地所有权和农户承包权前提下',
  '在确保安全的情况下',
  '在不影响正常教学的条件下',
  '在紧急状态下',
  '经县级以上人民政府批准',
  '经本人书面申请并由所在单位同意',
  '报经上级主管部门审核同意后',
  '未经主管部门许可',
  '依照法定程序',
  '按照国家有关规定',
  '参照事业单位标准',
  '除国家另有规定外',
  '除涉及国家秘密的以外',
  '2025年6月30日前',
  '到2030年',
  '自通知印发之日起三十日内',
  '在规定期限内',
  '试点期间',
  '发生重大事故时',
  '项目竣工验收合格后',
  '如果条件允许',
  '只有取得相应资质',
  '确有困难的',
  '情节轻微并及时改正的',
  '在自然保护区范围内',
  '对年满六十周岁的老年人',
  '涉及民生的重点项目',
]
/** What changes the meaning of what stands before it. */
const following = [
  '但有下列情形之一的除外',
  '法律另有规定的除外',
  '但不得超过三个月',
  '最长不超过两年',
  '以实际发生额为限',
  '仅限用于公共服务',
  '但应当事先公示',
]
const nuclei = [
  '用人单位可以延长工作时间',
  '各乡镇可以调整村庄用地布局',
  '允许企业自主确定收费标准',
  '建设单位可以先行开工',
  '有关部门可以采取临时管制措施',
  '学校可以跨区域招收学生',
]
const fillers = [
  '进一步完善土地管理制度',
  '全面推进公共服务均等化',
  '加快建设统一开放的市场体系',
  '切实提高资金使用效益',
  '推动形成齐抓共管的工作格局',
]

const bare = (words: string): string => words.replace(/[，。……\s]/gu, '')
const index = (parts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...parts)

/** Each point that says the nucleus, with those above it. */
function saying(slide: readonly string[], nucleus: string): string[] {
  let above = ''
  return slide.flatMap((line) => {
    if (line.startsWith('- ')) above = line
    const words = line.startsWith('  ') ? `${above}${line}` : line
    return line.includes(nucleus) ? [words] : []
  })
}

const sentence = fc.record({
  condition: index(leading),
  nucleus: index(nuclei),
  before: fc.array(index(fillers), { maxLength: 2 }),
  after: fc.array(index(fillers), { maxLength: 2 }),
  others: fc.array(index(fillers), { maxLength: 3 }),
  article: fc.boolean(),
})

test('no point says what holds on a condition without the condition', async () => {
  await fc.assert(
    fc.asyncProperty(sentence, async ({ condition, nucleus, before, after, others, article }) => {
      const own = [...new Set(before), condition, nucleus, ...new Set(after)].join('，')
      const text = `${article ? '第三条　' : ''}${own}。${[...new Set(others)].map((words) => `${words}。`).join('')}`
      for (const words of saying(await shown(text), nucleus)) expect(bare(words)).toContain(bare(condition))
    }),
    { numRuns: 400 },
  )
})

test('no point says what is limited without its limit', async () => {
  await fc.assert(
    fc.asyncProperty(sentence, index(following), async ({ nucleus, before, others, article }, limit) => {
      const own = [...new Set(before), nucleus, limit].join('，')
      const text = `${article ? '第三条　' : ''}${own}。${[...new Set(others)].map((words) => `${words}。`).join('')}`
      for (const words of saying(await shown(text), nucleus)) expect(bare(words)).toContain(bare(limit))
    }),
    { numRuns: 200 },
  )
})

const englishLeading = [
  'unless Parliament agrees otherwise',
  'if the applicant holds a valid licence',
  'subject to subsection (2)',
  'provided that the tenant has been notified in writing',
  'except in cases of emergency',
  'within 30 days after the decision',
  'only if the owner consents',
  'without the written permission of the council',
]
const long =
  'the Minister may authorise the authority to enter the land and to carry out whatever works appear to be necessary for the protection of the coast, the harbour and the dwellings of those who live beside them'

test('nor in English, before or behind it', async () => {
  await fc.assert(
    fc.asyncProperty(index(englishLeading), fc.boolean(), async (condition, behind) => {
      const sentence = behind ? `${long}, ${condition}` : `${condition}, ${long}`
      const text = `Notice\n\n${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. The council keeps a register of all works. It is open to the public at all reasonable hours.`
      for (const words of await shown(text))
        if (words.includes('authority to enter the land'))
          expect(words.toLowerCase()).toContain(condition.toLowerCase())
    }),
    { numRuns: 40 },
  )
})

test.each([
  [
    '完善农民闲置宅基地和闲置农房政策，探索宅基地“三权分置”，不得违规违法买卖宅基地，严格实行土地用途管制。',
    /政策……不得/u,
  ],
  ['通过完善拍卖机制、财政补助等方式，鼓励社会力量参与，推动设施共建共享。', /^- 通过[^，]*$/u],
  ['加强工作统筹，为全省高质量发展提供坚强保障。推动改革落地。切实改进作风。', /^- 为全省/u],
  ['落实减负要求，与各部门加强协作，不得以文件落实文件。', /^- 各部门加强协作/u],
  ['注重强调原则要求。突出问题导向。不过多涉及其他方面的具体问题。', /^- 多涉及/u],
  ['加强健康知识普及，推动矛盾缓和。鼓励社会力量参与。赠与人可以撤销赠与。', /普$|缓$|参$|赠$/u],
  ['各级账号按照属地管理原则，接受有关部门的统筹指导。建立健全备案制度。加强日常监管。', /原则$/u],
  ['一九四五年敌军为了掩盖自己的罪行，将大量武器掩埋。我国人民多次受到伤害。', /罪行$/u],
  ['账号如从事新闻信息服务，须按照有关规定具备相应资质。建立值班制度。提高信息比例。', /服务$/u],
  ['党的建设决定方向，不抓党的建设，其他工作就难以取得预期成效。', /^- 不抓党的建设$/u],
  ['我们决不可因为胜利，而放松对敌人的警惕性。中国必须独立。中国必须解放。', /胜利$/u],
  ['任何外国政府，只要愿意断绝这种关系，不再援助对方，我们就愿意同它谈判。', /援助对方$/u],
  ['到2022年，建成以总网站为龙头，整体协同、响应迅速的账号体系，形成发展新格局。', /龙头$|^- 整体协同/u],
  ['整个世界，除了少数反动派，对于这个伟大的胜利，没有不欢欣鼓舞的。', /反动派$/u],
  ['设立单位转制为企业，要依法登记为有限责任公司。完善治理结构。健全决策机制。', /转制为企业$/u],
  ['重组整合、破产解散等重大变动事项，报同级管理机构审批。加强考核。完善制度。', /^- 报同级/u],
  ['专家组根据调查提出建议：加强监测，组织搬迁。据地震台网测定，震级为2.5级。', /建议$|测定$/u],
  ['年度会商会是只根据震情因素，确定可能性较大的危险区。鉴此，我局确定了防御区。', /因素$|^- 鉴此/u],
  ['为使防震工作与经济发展相同步，各个环节的措施，要在规划中得到充分的体现。', /^. 为使[^，]*$|措施$/u],
  ['重要事项：对企业转制中涉及的增值税、契税等，符合规定的享受优惠。', /^- 符合规定/u],
  ['2004年3月24日，省里报送了请示，国土部门迅速组织调查，专家组作了现场调查。', /2004年3月24日……/u],
  [
    'We will build charging stations, begin to replace poisonous lead pipes—so every child—and every American—has clean water to drink at home and at school, and provide affordable internet for every American, urban, suburban, rural and tribal communities.',
    /every American$/u,
  ],
  [
    'If he can celebrate the quieter successes of better hearts and finer souls, the deeper ones that nobody hears of at all; if he can listen to those who have no voice and speak for those who have; if he can do these things, then he must.',
    /^- if/u,
  ],
  ['尚未出台学费补偿办法的省份，要在毕业生离校前出台政策。完善制度。加强管理。', /省份$|^. 在毕业/u],
  ['推动政策落实，按各地当年发放贷款总额的一定比例，奖励管理机构。加强监管。', /比例$/u],
  ['2019年1月1日至2020年12月31日，将申领条件由参保3年以上放宽至1年以上。', /31日$|^. 将申领/u],
  ['各地可适当放宽申请条件，由此产生的贴息资金由地方财政承担。完善办法。', /申请条件$/u],
  ['返还标准可按6个月的失业保险金确定，或按社会保险费50%的标准确定。', /失业保险金确定$|^. 按社会/u],
  ['所需经费从教育经费中列支，不足部分经评估合格后，可由补助资金予以支持。', /列支$/u],
  ['该行为二年内未被发现的，环保部门应当遵守第二十九条的规定，不予行政处罚。', /规定$/u],
  ['即使一些批评有偏差，甚至不正确，也要多一些包容。要主动听取意见。', /^. 不正确|^. 甚至/u],
  ['心中有阳光，脚下有力量，为了理想能坚持，才能创造无愧于时代的人生。', /^. 创造|^. 才能/u],
  ['省政府可以提前执行标准，并可以根据防治要求，对重点城市制定更严格的规定。', /要求$|^. 对重点/u],
  ['我国就业局势保持总体稳定，但经济下行压力有所加大。要稳定就业。', /^. 经济下行|稳定$/u],
  ['我代表党中央，向在座各位，并通过你们，向全国广大青年，致以诚挚的问候！', /青年$/u],
  ['其他部门和单位要立足职能职责，积极出台政策措施。财政部要加大支持。', /职能职责$/u],
  ['新建加油站未安装装置的；新登记油罐车未安装装置的，由主管部门责令改正。', /^. 新登记/u],
  ['规划纲要和实施方案，描绘了全面建成小康社会的宏伟蓝图。要抓好落实。', /方案$|^. 描绘/u],
  ['1905年，列宁又在《非党的革命性》一文中，从斗争角度对培养党性进行了论述。', /年……|^- 从斗争/u],
  ['为严格执行方针，进一步加强管理，严格控制编制，经领导同志同意，现就有关问题通知如下。', /控制编制$/u],
  ['各地区做了大量工作。但是，一些地方仍然存在问题。必须整改。', /^- 一些地方/u],
  ['各单位必须从巩固党的执政基础，维护人民利益的高度，充分认识其重要性。', /高度$|^- 维护/u],
  ['各单位要对照有关条例，对所有设备逐个进行检查，凡有不合要求的，一律停用。', /条例$/u],
  ['例如，要进行改革，就必须了解这些数字，心中有数。要胸中有数。', /^- 进行改革$/u],
  ['开会要事先通知，让大家知道要讨论什么问题，解决什么问题，早作准备。', /^- 解决什么/u],
  ['为进一步改进作风，严格纪律，必须从严治理。要加强学习。', /^- (?:严格纪律|必须)/u],
  ['一种观点认为，政府债务越少越好。这是不全面的。适度举债有利于发展。', /^. 政府债务/u],
  ['有人说，文风是小事，不必计较。这种说法是错误的。要改进文风。', /^# |^- (?:文风|不必)/u],
  ['申请材料应当包括办学方案及其说明，章程草案，资产证明，以及其他材料。', /^- (?:章程|资产)|说明$/u],
  ['要产生好的音乐，就必须互相配合。要认真学习。要互相帮助。', /^- 产生/u],
  ['主要负责同志作为本地区、本部门审核工作第一责任人，切实加强领导。', /责任人$|……/u],
  ['互联网刚进入我国的时候，还只是少数人使用的工具。现在网民已经超过十亿。', /^- 还只是/u],
  ['他指出：唯物主义本身包含有所谓党性，要求直率地站到一定立场上。', /^- (?:唯物|要求)/u],
])('%s', async (text, misleading) => {
  for (const line of await shown(text)) expect(line).not.toMatch(misleading)
})

test('what somebody said in several sentences is shown in its marks, behind who said it', async () => {
  const said =
    '他强调：“指导思想是一个政党的精神旗帜。95年来，中国共产党之所以能够完成近代以来各种政治力量不可能完成的艰巨任务，就在于始终把马克思主义这一科学理论作为自己的行动指南，并坚持在实践中不断丰富和发展马克思主义。要坚持和发展理论。”'
  expect(await shown(`历史证明了这一点。所以${said}要加强学习。`)).toContain(`- ${said}`)
})

test('what several are to do to somebody stands below whom they do it to', async () => {
  const lines = await shown(
    '加强管理。对超编进入的人员，组织部门不得办理调配手续，财政部门不得纳入统发工资范围，银行不得开设账户。',
  )
  expect(lines).toContain('- 对超编进入的人员')
  expect(lines).toContain('  - 财政部门不得纳入统发工资范围')
})

test.each([
  [
    '有的干部不是不会干，而是不愿干、不敢干。对这样的干部，该批评的要批评，该调整的要调整。要关心干部的成长。要提高干部的待遇。要完善考核的办法。',
    /对这样的干部/u,
    /不愿干、不敢干/u,
  ],
  [
    'So my pledge is not to make Europe more like China, or America. My pledge is to help make Europe more like herself. To build on our own strengths and values, so our society is both strong and human.',
    /is not to make/u,
    /more like herself/u,
  ],
  [
    'So my pledge is not to make Europe more like China, or America. My pledge is to help make Europe more like herself. To build on our own strengths, so that our society is strong. We will invest in research. We will support small firms across the whole Union.',
    /is not to make|To build/u,
    /more like herself/u,
  ],
])('%s: what leans on a sentence is shown behind it', async (text, leaning, before) => {
  const lines = await shown(text)
  const at = lines.findIndex((line) => leaning.test(line))
  if (at >= 0) expect(lines.join('\n')).toMatch(before)
})

test.each([
  [
    '案件的直接责任人王某已经病故，不再追究责任；其他两名直接责任人被移送公安机关依法追究刑事责任。对案件负有主要责任的科长受到开除处分；副科长受到警告处分。负有领导责任的副院长受到撤职处分；院长受到记过处分；书记受到诫勉谈话处理。其他8名相关人员也分别受到了处理。',
    ['移送公安机关', '开除', '警告', '撤职', '记过'],
  ],
  [
    '生态环境部门要牵头组织巡查，依法处罚。农业农村部门要推广秸秆还田。公安部门要依法查处纵火行为。应急管理部门要做好火灾扑救准备。交通运输部门要加强公路巡查。气象部门要发布火险预报。财政部门要保障工作经费，不得挤占挪用。',
    ['生态环境部门', '农业农村部门', '公安部门', '应急管理部门', '交通运输部门', '气象部门', '财政部门'],
  ],
  [
    '以政府名义印发的文件，由同级人民政府的审核机构进行审核。由部门制定的，由本部门的审核机构进行审核。由乡镇制定的，由本单位的审核人员进行审核。没有审核人员的，由县政府确定的机构审核。',
    ['由本部门的', '由本单位的', '由县政府'],
  ],
  [
    '对于需要追究责任的人员，由主管部门给予处分；涉嫌犯罪的，移送司法机关。要加强学习。要改进作风。要健全制度。要加强管理。要严格考核。',
    ['给予处分', '移送司法机关'],
  ],
])('of those who are each told something all are shown, or none: %s', async (text, each) => {
  const lines = (await shown(text)).join('\n')
  expect([0, each.length]).toContain(each.filter((words) => lines.includes(words)).length)
})

test('a step is never shown without whom it is taken against', async () => {
  const lines = await shown(
    '参会人员应当准时参会。对无故缺席的，第一次予以提醒；第二次通报批评；第三次取消年度评优资格。要严肃会议纪律。',
  )
  for (const line of lines.filter((line) => line.includes('取消年度评优资格')))
    expect(line).toContain('对无故缺席的，第一次予以提醒')
})

test('what one body is told does not stand below another that is named before it', async () => {
  const lines = await shown(
    '鉴定机构要严格鉴定标准，严把证书质量。经办机构要建立信息共享机制，严防冒领补贴。制订补贴资金的审核、公示、拨付制度。公示补贴发放情况，畅通举报渠道。对违法行为，按规定追究责任。',
  )
  expect(lines.join()).toMatch(/经办机构.*审核/u)
})

test('by when it is to be so outranks what else an item comes to', async () => {
  const lines = await shown(
    '要咬定目标不放松。心中有目标，工作才有方向。各部门都要盯牢这个目标，通过3-5年努力，实现全市重回30强。要保持定力不动摇。现在许多工作都是难事。',
  )
  expect(lines.join()).toContain('通过3-5年努力，实现全市重回30强')
})
