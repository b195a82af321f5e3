import { stringify } from 'yaml'
import { frontMatter, splitFrontMatter } from '../../deck/front-matter.ts'
import { type SettingName, settingNamed } from '../../deck/setting-names.ts'
import { type DeckState, type EditedFile, newFile } from '../deck-state.ts'
import { linesOf, textOfLines } from '../lines.ts'
import { withFile } from '../within.ts'

/**
 * Sets a setting of the deck in the front matter of its first file: on its line, every other line as it was.
 *
 * @param value null to take it out
 * @throws Fault with the line of front matter that is no list of settings
 */
export function setSetting(
  state: DeckState,
  name: Exclude<SettingName, 'timings' | 'questions'>,
  value: string | number | boolean | null,
): DeckState {
  const [first = newFile('00.md', [], undefined)] = state.files
  const opening = withSetting(first, name, value)
  if (opening === first.opening) return state
  if (state.files.length === 0) return { ...state, files: [{ ...first, opening }] }
  return withFile(state, 0, { ...first, opening })
}

function withSetting(file: EditedFile, name: SettingName, value: string | number | boolean | null): string {
  const { opening, form } = file
  const { lineEnd } = form
  const plain = opening.replace(/\r\n?/g, '\n')
  const line = value === null ? null : stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()
  const { whole } = frontMatter(plain)
  if (!whole)
    return line === null ? opening : ['---', line, '---', '', ''].join(lineEnd) + opening.replace(/^\s+/, '')
  const { entries } = splitFrontMatter(file.name, plain)
  const at = entries.findIndex((entry) => settingNamed(entry.name) === name)
  const lines = linesOf(opening)
  const close = lines.findLastIndex(({ text }, i) => i > 0 && text.trim() === '---')
  const entry = entries[at]
  if (!entry) {
    if (line === null) return opening
    return textOfLines([...lines.slice(0, close), { text: line, end: '' }, ...lines.slice(close)], lineEnd)
  }
  const from = entry.line - 1
  const next = (entries[at + 1]?.line ?? close + 1) - 1
  // Comments and blank lines above the next setting are its own.
  let to = from + 1
  while (to < next && /^[ \t]+\S/.test(lines[to]?.text ?? '')) to++
  const rest = [...lines.slice(0, from), ...lines.slice(to)]
  if (line === null) {
    if (entries.length > 1) return textOfLines(rest, lineEnd)
    // Without a setting it would be a slide between two separators.
    const isBare = rest.every(({ text }) => /^\s*(?:---\s*)?$/.test(text))
    if (isBare) return ''
    return textOfLines(
      [...lines.slice(0, from), { text: `${entry.name}:`, end: '' }, ...lines.slice(to)],
      lineEnd,
    )
  }
  const { comment } = entry.value ?? {}
  const written = line.replace(/^[^:]*/, entry.name) + (comment && to === from + 1 ? ` #${comment}` : '')
  return textOfLines([...lines.slice(0, from), { text: written, end: '' }, ...lines.slice(to)], lineEnd)
}
