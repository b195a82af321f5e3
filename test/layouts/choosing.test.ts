import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeDeck } from '../../src/deck/compose/compose.ts'
import type { DraftSlide } from '../../src/deck/draft.ts'
import { deckMarkdown } from '../../src/deck/markdown.ts'
import { outline, readDocument } from '../../src/document/index.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { layouts } from '../../src/layouts/index.ts'
import { offeredLayouts } from '../../src/layouts/offered.ts'

async function slides(text: string): Promise<readonly DraftSlide[]> {
  const document = outline(await readDocument({ name: 'a.txt', bytes: Buffer.from(text) }))
  return composeDeck(document, keyPoints(document)).files.flatMap(({ slides }) => slides)
}

const forms = async (text: string): Promise<string[]> =>
  (await slides(`关于加强工作的意见\n${text}`))
    .slice(1)
    .map(({ classes }) => classes.filter((name) => name !== 'continued').join(' '))

async function markdown(text: string): Promise<string> {
  const document = outline(
    await readDocument({ name: 'a.txt', bytes: Buffer.from(`关于加强工作的意见\n${text}`) }),
  )
  return deckMarkdown(composeDeck(document, keyPoints(document)))
    .flatMap(({ slides }) => slides)
    .join('\n')
}

test('every folder of forms is in the list, and has a style', () => {
  const folder = join(import.meta.dirname, '../../src/layouts')
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(layouts.map(({ name }) => name).sort())
})

const measures = ['完善考核办法', '改进工作作风', '健全责任体系', '强化监督检查', '落实经费保障']

test('short points of even weight are cards; after two slides of one form comes the next that fits', async () => {
  const paragraph = (i: number): string =>
    `第${'一二三四五六'[i]}方面的工作要抓实。${measures.map((one) => `${one.slice(0, 2)}各项${one.slice(2)}，`).join('')}确保取得实效${i}。`
  const found = await forms(Array.from({ length: 6 }, (_, i) => paragraph(i)).join('\n'))
  expect(new Set(found).size).toBeGreaterThan(1)
  const runs = found
    .map((form) => form || 'list')
    .join(' ')
    .match(/(\b[a-z]+\b)(?: \1\b){2}/)
  expect(runs).toBeNull()
})

test('paragraphs of a date each stand on one line before what is said of each', async () => {
  const text = await markdown(
    '一、目标任务\n到2020年，乡村振兴取得重要进展。农业综合生产能力稳步提升，农民增收渠道进一步拓宽，农村基础设施建设深入推进。\n到2035年，乡村振兴取得决定性进展。农业结构得到根本性改善，农民就业质量显著提高，城乡基本公共服务均等化基本实现。\n到2050年，乡村全面振兴，农业强、农村美、农民富全面实现。',
  )
  expect(text).toMatch(
    /class="timeline" -->\n\n##+ 一、目标任务\n\n- \*\*到2020年\*\*，.*\n- \*\*到2035年\*\*，.*\n- \*\*到2050年\*\*，/,
  )
})

test('the words that carry a point are bold, where one phrase does', async () => {
  expect(await markdown('主要成绩。全省高新技术产业增加值占规上工业比重提高到25.5%，位次前移。')).toContain(
    '**25.5%**',
  )
  expect(
    await markdown('工作要求。要坚决破除体制机制弊端，使市场在资源配置中起决定性作用，把各项任务落到实处。'),
  ).not.toContain('****')
})

test('the last slide is a call where it says little', async () => {
  const found = await slides(
    '关于加强工作的讲话\n一、提高认识\n保密工作历来是党和国家的一项重要工作。做好保密工作，直接关系到国家安全和利益，关系到经济发展和社会稳定，必须常抓不懈。\n二、落实责任\n各级各部门要加强领导，健全制度，强化保障，落实责任，确保各项工作取得实效。\n国家利益高于一切，保密责任重于泰山！',
  )
  expect(found.at(-1)?.classes).toEqual(['closing'])
})

test('what is to be done one after another are steps', async () => {
  expect(
    await forms('办理流程。首先，由承办人提出拟定意见。其次，由定密责任人审核批准。最后，作出国家秘密标志。'),
  ).toEqual(['steps'])
  const text = await markdown(
    '一、办理流程\n第一步，填写申请表格。第二步，提交主管部门审查。第三步，领取批准文件。',
  )
  expect(text).toContain('class="steps"')
  expect(text).toContain('- **第一步**，填写申请表格')
})

test('steps stand between what announces them and what they come to', async () => {
  const text = await markdown(
    '办理流程。申请人应当按照规定办理有关手续。首先，由承办人提出拟定意见。其次，由定密责任人审核批准。最后，作出国家秘密标志。办理结果应当及时告知申请人。',
  )
  expect(text).toMatch(
    /class="steps" -->\n\n### .*\n\n.*\n\n.*手续\n\n- \*\*首先\*\*.*\n- \*\*其次\*\*.*\n- \*\*最后\*\*.*\n\n办理结果/,
  )
})

test('one point is a statement while a glance takes it in', async () => {
  const one = async (text: string): Promise<string> => (await forms(text)).join()
  expect(await one('各级各部门必须严格执行有关规定。')).toBe('statement')
  expect(
    await one(
      '建设单位未依法报批建设项目环境影响评价文件或者未依照规定重新报批而擅自开工建设的由有权审批该项目环境影响评价文件的主管部门责令停止建设并限期补办有关手续。',
    ),
  ).toBe('')
})

test('every form that is offered is one', () => {
  const names = layouts.map(({ name }) => name)
  for (const name of offeredLayouts) expect(['', ...names]).toContain(name)
})
