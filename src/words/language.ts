/** A language that study-deck speaks. */
export type Language = 'zh' | 'en'

/** @param language BCP 47 tag; Chinese of any kind reads Chinese, everyone else English */
export function spoken(language: string): Language {
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Whether a language is written with the characters of Taiwan, Hong Kong and Macau. @param language BCP 47 tag */
export function isTraditional(language: string): boolean {
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(language)
}

/** The languages that slides and pages speak. */
export const pageLanguages = ['zh', 'zh-Hant', 'ja', 'en'] as const
export type PageLanguage = (typeof pageLanguages)[number]

/** The language in which slides and pages say something. @param language BCP 47 tag */
export function pageLanguage(language: string): PageLanguage {
  if (isTraditional(language)) return 'zh-Hant'
  return /^ja\b/i.test(language) ? 'ja' : spoken(language)
}
