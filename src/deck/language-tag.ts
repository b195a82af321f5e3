/** Names that people give a language where its tag should stand; what `Intl` knows needs no place here. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cn: 'zh-CN',
    tw: 'zh-TW',
    hk: 'zh-HK',
    jp: 'ja',
    kr: 'ko',
    chinese: 'zh-CN',
    中文: 'zh-CN',
    汉语: 'zh-CN',
    漢語: 'zh-TW',
    简体: 'zh-CN',
    简体中文: 'zh-CN',
    簡體: 'zh-CN',
    簡體中文: 'zh-CN',
    繁体: 'zh-TW',
    繁体中文: 'zh-TW',
    繁體: 'zh-TW',
    繁體中文: 'zh-TW',
    正體中文: 'zh-TW',
    英文: 'en',
    英语: 'en',
    英語: 'en',
    日文: 'ja',
    日语: 'ja',
    日本語: 'ja',
    韩语: 'ko',
    한국어: 'ko',
  }),
)
/** In these a language may be named, and these can be named. */
const speakers = ['en', 'zh', 'ja', 'de', 'fr', 'es']
const tags =
  'en ja ko de fr es pt it ru nl sv da nb fi pl cs sk hu tr uk el ar he fa hi th vi id ca ro bg'.split(' ')

/**
 * The BCP 47 tag that is meant by `zh_CN`, `中文`, `English`, `fr_FR.UTF-8`.
 *
 * @returns null for what names no language
 */
export function languageTag(written: string): string | null {
  const named = names.get(written.toLowerCase())
  if (named) return named
  const tag = canonical(written.replace(/\..*$/s, '').replaceAll('_', '-'))
  if (tag && isLanguage(tag)) return tag
  for (const speaker of [...speakers, ...tags]) {
    const display = new Intl.DisplayNames([speaker], { type: 'language' })
    const found = tags.find((tag) => display.of(tag)?.toLowerCase() === written.toLowerCase())
    if (found) return found
  }
  return null
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

function isLanguage(tag: string): boolean {
  // `und`, a text whose language nobody knows, as derive writes it.
  return (
    tag === 'und' ||
    new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined
  )
}
