import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { commentsIn, readAttributeComment } from './attributes.ts'
import type { Environment } from './environment.ts'

/** A block of text in Markdown, without its markup. */
export interface TextBlock {
  readonly kind: 'heading' | 'item' | 'paragraph'
  readonly text: string
  /** Line of the passage, zero-based. */
  readonly line: number
}

/** The words of each block of a passage, in order, and the attributes that it gives its slide. */
export function plainText(md: MarkdownIt, text: string): { blocks: TextBlock[]; classes: readonly string[] } {
  const env: Environment = {
    language: '',
    part: 'body',
    sentences: [],
    originals: new Map(),
    file: '',
    line: 1,
    remark: () => {},
  }
  const blocks: TextBlock[] = []
  const classes: string[] = []
  let items = 0
  let heading = false
  for (const token of md.parse(text, env)) {
    if (token.type === 'list_item_open' || token.type === 'list_item_close') items += token.nesting
    else if (token.type === 'heading_open' || token.type === 'heading_close') heading = token.nesting === 1
    else if (token.type === 'inline')
      blocks.push({
        kind: heading ? 'heading' : items ? 'item' : 'paragraph',
        text: words(token.children ?? []),
        line: token.map?.[0] ?? 0,
      })
    classes.push(...[token, ...(token.children ?? [])].flatMap(slideClasses))
  }
  return { blocks, classes }
}

/** The classes that a comment in raw HTML gives the slide. */
function slideClasses({ type, content }: Token): string[] {
  if (type !== 'html_block' && type !== 'html_inline') return []
  return commentsIn(content).flatMap((comment) => {
    const said = readAttributeComment(comment)
    const names = said?.of === 'slide' ? said.attributes.filter(([name]) => name === 'class') : []
    return names.flatMap(([, value]) => value.split(/\s+/))
  })
}

function words(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.type === 'softbreak' || token.type === 'hardbreak'
        ? '\n'
        : token.type === 'html_inline'
          ? ''
          : token.content,
    )
    .join('')
}
