import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const chinese =
  '中华人民共和国保守国家秘密法于一九八八年九月五日通过，自公布之日起施行；“三个代表”重要思想、科学发展观（以下简称）《条例》第12条——GDP增长5.2%，R&D投入。'
const english =
  'The General Assembly proclaims this Universal Declaration as a common standard of achievement for all peoples, internationalisation notwithstanding; "quoted words" (and brackets) 1,234.5% '
const layouts =
  ',,cards,contrast,figures,timeline,quotation,article,agenda,title,divider,table,image,code'.split(',')

/** Writes a deck of slides of every layout with any blocks of any length; the same ones for the same seed. */
export function writeRandom(slides: string, count: number, seed: number): string {
  let state = seed
  // A linear congruential generator (ANSI C's constants) is random enough for this.
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const text = (most: number): string => {
    const source = below(4) ? chinese : english
    const length = 2 + below(most)
    let said = ''
    while (said.length < length) said += source.slice(below(source.length - 5))
    return said.slice(0, length).trim() || '字'
  }
  const many = (most: number, line: (i: number) => string): string =>
    Array.from({ length: 1 + below(most) }, (_, i) => line(i + 1)).join('\n')
  const stressed = (said: string): string =>
    said.length > 6 && below(2) ? `${said.slice(0, 2)}**${said.slice(2, 5)}** ${said.slice(5)}` : said
  const blocks: readonly (() => string)[] = [
    () => text(300),
    () => many(12, () => `- ${stressed(text(80))}${below(4) ? '' : `\n  - ${text(50)}`}`),
    () => many(9, (i) => `${i}. ${text(60)}`),
    () => `> ${text(200)}`,
    () => `| ${text(8)} | ${text(8)} |\n| --- | --- |\n${many(14, () => `| ${text(12)} | ${text(60)} |`)}`,
    () => `\`\`\`js\n${many(24, () => text(90))}\n\`\`\``,
    () => `> [!NOTE]\n> ${text(150)}`,
    () => `#### ${text(30)}`,
  ]
  const slide = (): string => {
    const heading = below(8) ? `${pick(['##', '###'])} ${text(below(5) ? 24 : 120)}\n\n` : ''
    const body = Array.from({ length: 1 + below(3) }, () => pick(blocks)()).join('\n\n')
    return `<!-- .slide: class="${pick(layouts)}" -->\n\n${heading}${body}\n`
  }
  mkdirSync(join(slides, 'random'), { recursive: true })
  writeFileSync(join(slides, 'random/01.md'), Array.from({ length: count }, slide).join('\n---\n\n'))
  return 'random'
}
