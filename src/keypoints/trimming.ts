import type { Span } from '../document/document.ts'
import { balanced } from './quotation.ts'
import { simplified } from './simplified.ts'

/** What a point does not begin with: punctuation, ordinals and connectives, and the 要 of a directive. */
const leads: readonly RegExp[] = [
  /^[\s，。；：、！？,;:.!?…—–·•●■◆▪○*”’」』）)】\]-]+/u,
  /^(?:第?[一二三四五六七八九十]{1,3}(?:是(?!一)|要(?![求素点])|、)|[第其][一二三四五六七八九十]{1,3}[，、：])/u,
  /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-h]|[ivx]{1,4})[）)]|[①-⑳]|\d{1,2}(?:[】）)、．]|\.(?=\s*\p{L})))/u,
  /^第[一二三四五六七八九十百千零〇\d]{1,9}[条章节款编](?:之[一二三四五六七八九十]+)?[\s：:]/u,
  /^(?:并且|而且|以及|因此|因而|所以|为此|同时(?=[，,])|此外|与此同时|总之|于是|从而|进而|甚至(?!于)|乃至|特别是|尤其是)[，,]?/u,
  /^其中(?!一|之|的|两|有)/u,
  /^(?:另外|首先|其次|再次|再则|最后|故)[，,]/u,
  /^[问答][：:]/u,
  /^(?:当前|目前|今天|现在|近年来|同志们|各位代表)，/u,
  /^(?:并(?![重行列举肩存购轨网非不未无入案联发进])|而(?!立)|且|及(?!时|格|早)|和(?![谐平睦美气解])|则|则是|便是)/u,
  /^(?:我们|大家)?(?:就是|还|也|就|更|都|同时|首先|始终)?要(?!紧[，要])(?=[^求素点害件义领闻事案旨道务约么塞职目，])(?![^。；]*，[^，]{0,10}(?:就必须|才[能会有可]|就[要得能会]))/u,
  /^(?:\((?:[a-h]|[ivx]{1,4})\)\s*)/u,
]

/** Says something: is no number alone. */
const says = /(?![一二三四五六七八九十]$|\d{1,3}$)[\p{L}\p{N}]/u

/** What a point does not end with. */
const tails: readonly RegExp[] = [
  /[\s，、：；。！,;:.!…—–-]+$/u,
  // The number of a note: a shared language.1
  /(?<=\p{L}{2}[”"’)]?)\.\d{1,2}$/u,
  /(?:以及|并且|或者|等等|[，,]其中)$/u,
  /\s(?:and|or|but|nor)$/iu,
]

/**
 * The span without what a point does not begin or end with; null where no point is left:
 * nothing to read, or half of a quotation mark or bracket.
 */
export function trim(text: string, span: Span): Span | null {
  const point = stripped(text, unquoted(text, stripped(text, span)))
  const final = text.slice(point.start, point.end)
  return says.test(final) && balanced(final) ? point : null
}
function stripped(text: string, span: Span): Span {
  let { start, end } = span
  for (let again = true; again; ) {
    again = false
    const words = simplified(text.slice(start, Math.min(end, start + 80)))
    for (const lead of leads) {
      const length = lead.exec(words)?.[0].length ?? 0
      if (length === 0 || length >= end - start) continue
      start += length
      again = true
      break
    }
  }
  for (let again = true; again; ) {
    again = false
    const from = Math.max(start, end - 80)
    const words = simplified(text.slice(from, end))
    for (const tail of tails) {
      const length = tail.exec(words)?.[0].length ?? 0
      if (length === 0 || length >= end - start) continue
      end -= length
      again = true
      break
    }
  }
  return { start, end }
}

const quotationMarks = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
])

/** Without a mark that only opens or only closes at the end of the words. */
function unquoted(text: string, { start, end }: Span): Span {
  for (const [open, close] of quotationMarks) {
    const words = text.slice(start, end)
    if (!words.startsWith(open) && !words.endsWith(close)) continue
    const opens = words.split(open).length
    const closes = words.split(close).length
    if (words.startsWith(open) && opens > closes) start++
    if (text.charAt(end - 1) === close && closes > opens) end--
  }
  return { start, end }
}
