import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { besideName, deskName } from '../../src/desk/names.ts'
import { guide } from '../../src/site/guide.ts'
import { deskWords } from '../../src/words/desk.ts'
import { wordsFor } from '../../src/words.ts'

it('the guide and the Chinese README name what is on the screen in its words', () => {
  const { presenter, paper } = wordsFor('zh-CN')
  const readme = readFileSync('README.zh.md', 'utf8')
  for (const words of [paper.views.notes, paper.views.handout, presenter.actions.fromFirst.slice(0, 4)])
    expect(guide()).toContain(words)
  for (const words of [deskName, besideName, deskWords('zh').bar.save, deskWords('en').bar.save])
    expect(guide()).toContain(words)
  for (const words of [paper.views.notes, paper.views.handout]) expect(readme).toContain(`“${words}”`)
})

it('the Chinese README has each command, key and setting of the English one', () => {
  const [english, chinese] = ['README.md', 'README.zh.md'].map((name) => readFileSync(name, 'utf8'))
  const code = [...(english ?? '').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
  // Names of files and examples, and the settings of theme.yaml, which have Chinese names.
  const translated =
    /<|…|npm (?:pack|install)|my-deck|deck\.html|template\.pptx|brand\.potx|### Article|## 1\. Aims|### A clear goal| dir\]|\[(?:deck|file)\]|\[folder\]|bold|==marks==|^(?:colours|paper ink.*|heading text|cover|(?:frame )?full paper|footer|unit date .*)$/
  expect(code.filter((words) => !translated.test(words) && !chinese?.includes(words))).toEqual([])
})
