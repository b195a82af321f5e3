import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { installedAssets } from '../../src/assets/installed.ts'
import { deriveCommand } from '../../src/cli/derive.ts'
import type { Ratio } from '../../src/deck/settings.ts'
import { embedFonts } from '../../src/page/fonts/fonts.ts'
import { deckPage } from '../../src/page/page.ts'
import type { RenderedDeck } from '../../src/page/render-deck.ts'
import { loadDeck } from '../../src/store/load.ts'
import { render } from '../page/render.ts'

/** A deck's page at a ratio, whatever its front matter says. */
export async function pageOf(
  slides: string,
  slug: string,
  ratio: Ratio,
): Promise<{ deck: RenderedDeck; html: string }> {
  const loaded = await loadDeck(slides, slug)
  const deck = await render({ ...loaded, settings: { ...loaded.settings, ratio } })
  const fonts = await embedFonts(installedAssets().fonts, deck.lang, deck.characters)
  return { deck, html: deckPage(deck, installedAssets(), fonts) }
}

/** Derives the decks of documents; says what they are called. */
export async function deriveAll(slides: string, paths: readonly string[]): Promise<string[]> {
  const decks = paths.map((path) => basename(path, extname(path)))
  for (const [i, path] of paths.entries()) await deriveCommand(path, { slides, deck: decks[i] ?? '' })
  return decks
}

const long =
  '坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大和二十届二中、三中全会精神，完整、准确、全面贯彻新发展理念；'

/** A deck of slides that hold far too much of everything. */
export function writeOverfull(slides: string): string {
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i + 1)).join('\n')
  const table = (rows: number): string =>
    `| 年份 | 指标 | 说明 |\n| --- | --- | --- |\n${many(rows, (i) => `| ${1980 + i} | ${i * 3}.5% | ${long.slice(0, (i * 7) % 50)} |`)}`
  const parts = [
    `<!-- .slide: class="title" -->\n\n# ${long.repeat(3)}\n\n${long}`,
    `<!-- .slide: class="divider" -->\n\n## ${long.repeat(4)}`,
    `<!-- .slide: class="agenda" -->\n\n## 目录\n\n${many(24, (i) => `- ${i}、${long.slice(0, 20 + i)}`)}`,
    `### ${long}\n\n${many(14, (i) => `- ${long.slice(0, (i * 13) % 60)}${i}`)}`,
    `### 一条很长\n\n- ${long.repeat(12)}\n- 短`,
    `### ${long.repeat(8)}\n\n- 一\n- 二`,
    `### 一段很长\n\n${long.repeat(10)}**${long}**${long.repeat(3)}`,
    `### 下级很多\n\n${many(6, (i) => `- ${long.slice(0, 30)}\n${many(4, (j) => `  - 之${i}.${j} ${long.slice(0, 25)}`)}`)}`,
    `### Numbers 1–30\n\n${many(30, (i) => `${i}. Point number ${i} of the incomprehensibilities, Internationalisierung and R&D`)}`,
    `<!-- .slide: class="cards" -->\n\n### 卡片\n\n${many(9, (i) => `- ${long.slice(0, 10 + i * 6)}`)}`,
    `<!-- .slide: class="contrast" -->\n\n### 对比\n\n- ${long.repeat(6)}\n- ${long.repeat(3)}`,
    `<!-- .slide: class="figures" -->\n\n### 数字\n\n${many(9, (i) => `- 增长 **${i * 11}.${i}%**，${long.slice(0, 40)}达到 **${i}万亿元**`)}`,
    `<!-- .slide: class="timeline" -->\n\n### 历程\n\n${many(12, (i) => `- **${1990 + i}年${i}月** ${long.slice(0, 50)}`)}`,
    `<!-- .slide: class="quotation" -->\n\n> “${long.repeat(8)}”`,
    `<!-- .slide: class="article" -->\n\n### 第一百二十条\n\n${long.repeat(5)}\n\n${long.repeat(4)}\n\n${many(9, (i) => `- （${i}）${long.slice(0, 34)}`)}`,
    `<!-- .slide: class="table" -->\n\n### 表\n\n${table(26)}`,
    `### 格里很长\n\n| 甲 | 乙 |\n| --- | --- |\n| 短 | ${long.repeat(12)} |`,
    `<!-- .slide: class="code" -->\n\n### Code\n\n\`\`\`js [1|3-5]\n${many(40, (i) => `const veryLongName${i} = await compute(${i}) // ${'注释'.repeat(i % 30)}`)}\n\`\`\``,
    `### Unbreakable\n\n- ${'https://example.org/'.padEnd(400, 'abcdefghij/')}\n- ${'x'.repeat(300)}`,
    `### 栏\n\n::::: columns\n\n::: column\n\n${many(9, (i) => `- ${long.slice(0, 20 + i)}`)}\n\n:::\n\n::: column\n\n${long.repeat(4)}\n\n:::\n\n:::::`,
    `### 提示\n\n> [!NOTE]\n> ${long.repeat(9)}`,
    `${long.repeat(16)}`,
    `### 表很长\n\n${table(160)}`,
    `### 行很长\n\n\`\`\`\n${'x'.repeat(6000)}\n\`\`\``,
    `### 条很多\n\n${many(130, (i) => `- ${long.slice(0, i % 20)}${i}`)}`,
    `### Deep\n\n- a\n  - b\n    - c\n      - d ${long.repeat(9)}`,
  ]
  mkdirSync(join(slides, 'overfull'), { recursive: true })
  const notes = '\n\nNote:\n备注。\n'
  writeFileSync(
    join(slides, 'overfull/01.md'),
    `---\ntitle: 过满\nlang: zh-CN\nincremental: true\n---\n\n${parts.map((part) => part + notes).join('\n---\n\n')}`,
  )
  return 'overfull'
}
