import { readFileSync } from 'node:fs'
import { installedAssets } from '../../src/assets/installed.ts'
import type { Deck } from '../../src/deck/deck.ts'
import { openDeck } from '../../src/deck/deck-files.ts'
import { draftOf } from '../../src/deck/derive.ts'
import { deckMarkdown, fileText } from '../../src/deck/markdown.ts'
import { outline } from '../../src/document/index.ts'
import { readDocument } from '../../src/index.ts'
import { loadDeck } from '../../src/store/load.ts'

export const { fonts } = installedAssets()

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A deck of Markdown, and of what stands beside it. */
export const deckOf = (markdown: string, beside: Readonly<Record<string, Uint8Array>> = {}): Promise<Deck> =>
  openDeck('deck', new Map([['01.md', encode(markdown)], ...Object.entries(beside)]))

export const ownDeck = (): Promise<Deck> => loadDeck('slides', 'heilongjiang-secrecy')

/** A document's deck, as deriving it makes it. */
export async function derivedDeck(path: string): Promise<Deck> {
  const source = await readDocument({ name: path, bytes: readFileSync(path) })
  const files = deckMarkdown(draftOf(source, outline(source)))
  return openDeck('derived', new Map(files.map((file) => [file.name, encode(fileText(file))])))
}

/** Everything that a slide can hold. */
export const everything = `---
title: 各种内容 <&>
lang: zh-CN
unit: 某某市委办公室
date: 2026年11月
marking: 内部资料
incremental: true
---

<!-- .slide: class="title" -->

# 关于加强新形势下保密工作的意见

学习材料

Note:
开场白，第一段。

第二段：**重点**，\`代码\`。

---

## 各种文字

这里有**粗体**、*斜体*、~~删除~~、==标记==、H~2~O、x^2^、\`let a = 1\`和[链接](https://example.org/?a=1&b=2)，见[下一页](#/2)。

1. 第一
2. 第二
   - 其下
   - 再一

- [x] 办完
- [ ] 未办

术语
: 它的意思

---

## 表格与图

| 密级 | 期限 |
| --- | --- |
| 绝密 | 不超过三十年 |
| 机密 | 不超过二十年 |

![一个点](dot.png)

---

### 并排

:::: columns
::: column
- 左一
- 左二
:::
::: column
右边一段
:::
::::

---

### 代码与引文

\`\`\`js
const a = 1 // 说明
\`\`\`

> 要认真学习。

> [!NOTE]
> 说明一下。

脚注在此[^1]。

[^1]: 脚注的话。

---

<!-- .slide: data-background-color="#101418" -->

### 深色底

- 一
- 二 <!-- .element: class="fragment" data-fragment-index="1" -->

---

> 没有标题的一页，只有一句引文。
`

/** One black point. */
export const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)
