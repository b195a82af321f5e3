/** Signs of the block of radicals that Unicode maps to no character, and what is meant where a PDF has them. */
const RADICALS = new Map(
  (
    '⺅亻 ⺟母 ⺠民 ⺡氵 ⺮竹 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻏阝 ⻑長 ⻒镸 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ' +
    '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱亀 ⻳龟 ⻞飠 ⻠饣'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)

/** Radicals, ligatures and forms for compatibility: fonts of PDFs name them where the text has plain letters. */
const DISGUISED = /[\u2e80-\u2fd5\ufb00-\ufb06\uf900-\ufaff]/gu

/** The letters that a PDF's signs stand for: `⼯` is `工`, `ﬁ` is `fi`. */
export function plainLetters(words: string): string {
  return words.replace(DISGUISED, (sign) => RADICALS.get(sign) ?? sign.normalize('NFKC'))
}
