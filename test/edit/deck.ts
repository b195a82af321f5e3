import {
  type DeckState,
  openState,
  type Piece,
  piecesOf,
  slideOf,
  slideWords,
  textOfFile,
} from '../../src/edit/index.ts'
import { fileOf } from '../../src/edit/within.ts'

/** A deck of these files. */
export function deckOf(files: Readonly<Record<string, string>>): DeckState {
  return openState(
    new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )
}

export const paragraph =
  '当前形势严峻复杂。还存在一些薄弱环节：一是个别干部思想麻痹，保密观念淡薄；二是保密管理松懈，有章不循；三是保密技术相对落后。为此，要依法加强保密管理，确保国家秘密安全。'

/** A file of three slides with comments, settings and blank lines of somebody's own. */
export const written = `---
title: 保密工作   # 标题
unit: 办公室
---


# 保密工作

---

### 当前形势严峻复杂

<!-- 这一页请处长讲 -->

- 个别干部思想麻痹，保密观念淡薄
- 依法加强保密管理，确保国家秘密安全

Note:
${paragraph}

----

- 没有备注的一页



`

export const textOf = (state: DeckState, file = 0): string => {
  const found = state.files[file]
  return found ? textOfFile(found) : ''
}

export const idAt = (state: DeckState, at: number): number =>
  state.files.flatMap(({ slides }) => slides)[at]?.id ?? -1

/** The text of a slide. */
export const slideAt = (state: DeckState, at: number): string => slideOf(state, idAt(state, at))?.text ?? ''

/** The clause of a slide's notes that begins so. */
export function clauseOf(state: DeckState, id: number, words: string): Piece {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) throw new Error('no such slide')
  const all = slideWords(slide, file)
  const found = piecesOf(all)
    .flat()
    .find(({ kind, start, end }) => kind === 'clause' && all.text.slice(start, end).startsWith(words))
  if (!found) throw new Error(`no clause ${words}`)
  return found
}

/** The lines of a slide's points. */
export const pointsOf = (text: string): string[] => text.split('\n').filter((line) => /^\s*- /.test(line))
