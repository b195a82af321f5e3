import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { defineLanguageFacet, HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { GFM, parser } from '@lezer/markdown'

/** A field for Markdown. */
export interface MarkdownEditor {
  readonly text: () => string
  readonly destroy: () => void
}

const markdown = new Language(defineLanguageFacet(), parser.configure(GFM), [], 'markdown')

const colours = HighlightStyle.define([
  { tag: tags.heading, color: '#8a1016', fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, color: '#1d3f7a' },
  { tag: tags.url, color: '#1d3f7a' },
  { tag: tags.monospace, color: '#1c5a2d' },
  { tag: tags.comment, color: '#5f554c' },
  { tag: tags.processingInstruction, color: '#7a5a1e' },
  { tag: tags.contentSeparator, color: '#7a5a1e', fontWeight: '700' },
])

const look = EditorView.theme({
  '&': { height: '60vh', border: '1px solid #8c7f6b', borderRadius: '6px', backgroundColor: '#fff' },
  '.cm-scroller': { font: '15px/1.7 Consolas, "Microsoft YaHei", "Noto Sans Mono CJK SC", monospace' },
  '.cm-gutters': { backgroundColor: '#faf7f0', color: '#5f554c', border: 'none' },
  '.cm-activeLine': { backgroundColor: '#fbf4e6' },
})

/**
 * @param line that is shown first, counted from 0
 * @param label says to a screen reader what this is
 */
export function createMarkdownEditor(
  parent: HTMLElement,
  text: string,
  line: number,
  label: string,
): MarkdownEditor {
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      markdown,
      syntaxHighlighting(colours),
      // Tab goes on to the buttons below, as everywhere.
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      look,
    ],
  })
  const view = new EditorView({ state, parent })
  const at = view.state.doc.line(Math.min(line + 1, view.state.doc.lines)).from
  view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 20 }),
  })
  view.focus()
  return { text: () => view.state.doc.toString(), destroy: () => view.destroy() }
}
