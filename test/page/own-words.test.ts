import { expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { pageLanguages, wordsFor } from '../../src/words.ts'

it('gives a page the words of its own language only', () => {
  const { script } = installedAssets().client
  const said = pageLanguages.map((language) => wordsFor(language).find)
  expect(new Set(said).size).toBe(pageLanguages.length)
  for (const language of pageLanguages) {
    const { text } = script(language)
    const carried = said.filter((words) => text.includes(words))
    // Those of Taiwan lack nothing that the mainland has, and what is not Japanese is English.
    expect(carried).toContain(wordsFor(language).find)
    expect(carried.length).toBeLessThanOrEqual(language === 'zh' || language === 'en' ? 1 : 2)
  }
})
