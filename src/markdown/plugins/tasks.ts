import type MarkdownIt from 'markdown-it'

/** `- [ ]` and `- [x]`: a box, which nobody ticks in a talk. */
export function tasks(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'tasks', (state) => {
    state.tokens.forEach((token, i) => {
      const item = state.tokens[i - 2]
      const [first] = token.children ?? []
      if (token.type !== 'inline' || item?.type !== 'list_item_open' || first?.type !== 'text') return
      const found = /^\[([ xX])\][ \t]+/.exec(first.content)
      if (!found) return
      first.content = first.content.slice(found[0].length)
      item.attrJoin('class', 'task-list-item')
      const box = new state.Token('task_box', 'input', 0)
      box.attrs = [
        ['type', 'checkbox'],
        ['disabled', ''],
        ...(found[1] === ' ' ? [] : [['checked', ''] satisfies [string, string]]),
      ]
      token.children?.unshift(box)
    })
  })
  md.renderer.rules['task_box'] = (tokens, index, _options, _env, self) => {
    const box = tokens[index]
    return box ? `<input${self.renderAttrs(box)}> ` : ''
  }
}
