import { isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import { Fault } from '../fault.ts'
import { settingNamed } from './setting-names.ts'

/** A line of front matter as it is read. */
export interface Entry {
  readonly name: string
  readonly value: Node | null
  /** Of the file, one-based. */
  readonly line: number
  /** The entries of a list that stands in it. */
  readonly within: readonly Entry[]
}

export interface FrontMatter {
  readonly entries: readonly Entry[]
  /** Lines that only we understand, with what other programs would want there. */
  readonly mended: readonly { readonly line: number; readonly text: string }[]
  /** Lines that nobody understands. */
  readonly unread: readonly number[]
  readonly body: string
  /** The one-based line on which the body begins. */
  readonly line: number
}

/** Blank lines may stand above it. */
const block = /^\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/
/** A name, a colon of any width and a value; white space before it in a list within. */
const entry =
  /^([ \t]*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}_](?:[\p{L}\p{N}_."' -]{0,40}[\p{L}\p{N}_"'])?)[ \t]*([:：])(?:[ \t]+(.*)|(.*))$/su
/** Where YAML ends a name. */
const nameEnd = /:(?:[ \t]|$)/

/** Finds the front matter of a file, with its fences and without; both are empty where there is none. */
export function frontMatter(text: string): { whole: string; yaml: string } {
  const [whole = '', yaml = ''] = block.exec(text) ?? []
  return isSettings(yaml) ? { whole, yaml } : { whole: '', yaml: '' }
}

/** Whether a text between two lines of `---` is settings; else it is a slide between two separators. */
function isSettings(yaml: string): boolean {
  const lines = yaml.split(/\r?\n/).filter((line) => line.trim() !== '')
  // What begins with # may be a comment or a heading: settings that stand below tell.
  const first = lines.findIndex((line) => !line.startsWith('#'))
  const found = entry.exec(lines[first] ?? '')
  if (!found || found[1] || /^notes?$/i.test(found[2] ?? '')) return false
  const isOurs = lines.some((line) => settingNamed(entry.exec(line)?.[2] ?? '') !== undefined)
  return isOurs || lines.slice(first).every((line) => /^(?:[ \t#}\]]|- )/.test(line) || entry.test(line))
}

/** A value that YAML takes for something else than these words, though they stand there without quotation marks. */
function isMisread(value: string): boolean {
  return (/^[^"'[{|>&*!#]/.test(value) && nameEnd.test(value.slice(1))) || /^[@`%]/.test(value)
}

/**
 * Writes lines that are nearly right as YAML has them: `单位：办公室`, `title: 学习: 第一讲`, `title:甲`. Every line stays a
 * line, so that what is told of them has its place.
 */
export function mendYaml(yaml: string): { text: string; mended: ReadonlyMap<number, string> } {
  const mended = new Map<number, string>()
  // How far a block of text is indented, in which anything may stand.
  let within = -1
  const lines = yaml.split(/\r?\n/).map((line, i) => {
    const indent = line.length - line.trimStart().length
    if (within >= 0 && (line.trim() === '' || indent > within)) return line
    within = -1
    const found = entry.exec(line)
    if (!found) return line.replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))
    const [, before = '', name = '', colon = '', spaced, glued] = found
    const value = (spaced ?? glued ?? '').trim()
    if (/^[|>]/.test(value)) within = indent
    const quote = isMisread(value)
    if (colon === ':' && !glued && !quote && !before.includes('\t')) return line
    // An address is no setting.
    if (colon === ':' && glued?.startsWith('//')) return line
    // Of a name of somebody's own, the colon may be a part: `第一讲：学习: 60`.
    const isOurs = before === '' && settingNamed(name) !== undefined
    if ((colon === '：' || glued) && !isOurs && nameEnd.test(value)) return line
    const text = `${before.replaceAll('\t', '  ')}${name}: ${quote ? JSON.stringify(value) : value}`
    if (text !== line) mended.set(i, text.trim())
    return text
  })
  return { text: lines.join('\n'), mended }
}

/** The words of a value as they are written. */
export function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '')
}

/** Splits a Markdown file into its front matter and the rest. */
export function splitFrontMatter(file: string, text: string): FrontMatter {
  const { whole, yaml } = frontMatter(text)
  const body = text.slice(whole.length).replace(/^\ufeff/, '')
  if (!whole) return { entries: [], mended: [], unread: [], body, line: 1 }
  const above = whole.slice(0, whole.indexOf('---')).split('\n').length
  return { ...readWhatCanBe(file, yaml, above), body, line: whole.split('\n').length }
}

/** Reads lines of settings; one that can't be read is left out, the others are read all the same. */
function readWhatCanBe(
  file: string,
  yaml: string,
  above: number,
): Pick<FrontMatter, 'entries' | 'mended' | 'unread'> {
  const read = (lines: string, above: number) => {
    try {
      return { ...readEntries(file, lines, above), unread: [] }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      return null
    }
  }
  const whole = read(yaml, above)
  if (whole) return whole
  const found = oneByOne(yaml).map(({ lines: [first = '', ...others], at }) => {
    const parts = [first, ...others]
    // Other readers of YAML take a quotation over several lines whose further lines are not indented.
    const indented = [first, ...others.map((line) => `  ${line}`)]
    return (
      read(parts.join('\n'), above + at) ??
      read(indented.join('\n'), above + at) ?? { entries: [], mended: [], unread: [above + at + 1] }
    )
  })
  return {
    entries: found.flatMap(({ entries }) => entries),
    mended: found.flatMap(({ mended }) => mended),
    unread: found.flatMap(({ unread }) => unread),
  }
}

/** Settings apart: each begins with a name at the edge, and has what stands below up to the next. */
function oneByOne(yaml: string): { readonly lines: readonly string[]; readonly at: number }[] {
  const settings: { lines: string[]; at: number }[] = []
  let quoted = ''
  for (const [at, line] of yaml.split(/\r?\n/).entries()) {
    const found = entry.exec(line)
    const last = settings.at(-1)
    // A quotation that nobody closed must not take the marking below it along.
    const begins = found && !found[1] && (!quoted || settingNamed(found[2] ?? '') !== undefined)
    if (begins) {
      settings.push({ lines: [line], at })
      const mark = /^["']/.exec((found[4] ?? found[5] ?? '').trim())?.[0] ?? ''
      quoted = mark && !closes(line.slice(line.indexOf(mark) + 1), mark) ? mark : ''
    } else if (last) {
      last.lines.push(line)
      if (quoted && closes(line, quoted)) quoted = ''
    }
  }
  return settings
}

/** Whether a quotation ends with its line. */
const closes = (line: string, mark: string): boolean => line.trimEnd().endsWith(mark)

/**
 * Reads lines of settings.
 *
 * @param above how many lines of the file stand above them
 * @throws Fault with the line of what is no list of settings
 */
export function readEntries(file: string, yaml: string, above = 0): Pick<FrontMatter, 'entries' | 'mended'> {
  const counter = new LineCounter()
  const { text: mendedText, mended } = mendYaml(yaml)
  const document = parseDocument(mendedText, { lineCounter: counter, schema: 'core', uniqueKeys: false })
  const lineOf = (offset: number): number => counter.linePos(offset).line + above
  const [mistake] = document.errors
  if (mistake)
    throw new Fault((say) => say.frontMatter(say.yaml(reasonOf(mistake.message))), {
      file,
      line: lineOf(mistake.pos[0]),
    })
  if (!isMap(document.contents))
    throw new Fault((say) => say.frontMatter(say.settingLines), { file, line: above + 1 })
  const entriesOf = (map: YAMLMap): Entry[] =>
    map.items.flatMap(({ key, value }) =>
      isScalar(key)
        ? [
            {
              name: textOf(key).trim(),
              value: value as Node | null,
              line: lineOf(key.range?.[0] ?? 0),
              within: isMap(value) ? entriesOf(value) : [],
            },
          ]
        : [],
    )
  return {
    entries: entriesOf(document.contents),
    mended: [...mended].map(([at, text]) => ({ line: at + 1 + above, text })),
  }
}

/** What YAML's own message says, without the place, which we say ourselves. */
function reasonOf(message: string): string {
  return message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''
}
