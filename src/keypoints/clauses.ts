import type { Span } from '../document/document.ts'
import { formula } from './cues.ts'
import { quoted } from './quotation.ts'
import { trimmedSpan } from './sentences.ts'
import { simplified } from './simplified.ts'

/**
 * What a clause does in its sentence:
 * - `core`: says something
 * - `frame`: says when, where, by what light (随着…的发展，当前，); the sentence is whole without it
 * - `time`: a frame with a date or a period that a point may keep (到2020年，)
 * - `condition`: is nothing without the clause behind it (…的，如果…)
 * - `dependent`: is nothing without the clause before it (是…的必经之路，又…)
 */
export type Role = 'core' | 'frame' | 'time' | 'condition' | 'dependent'

export interface Clause extends Span {
  /** The punctuation behind it, empty at the end of its sentence. */
  readonly mark: string
  readonly role: Role
}

const marks = /[，：:]|[,、](?=\s)|,(?!\d)|\s*——\s*|\s[–—-]{1,3}\s?|[—]|[،]/gu

/** Cuts a sentence at its commas, colons and dashes; those inside quotation marks, brackets and numbers cut nothing. */
export function clauses(text: string, sentence: Span): Clause[] {
  const kept = quoted(text, sentence)
  const inside = text.slice(sentence.start, sentence.end)
  const pieces: { span: Span; mark: string }[] = []
  let from = 0
  const push = (to: number, mark: string): void => {
    const span = trimmedSpan(text, { start: sentence.start + from, end: sentence.start + to })
    const stops = span && /[\p{L}\p{N}]/u.test(text.slice(span.start, Math.min(span.end, span.start + 200)))
    if (span && stops) pieces.push({ span: withoutStop(text, span), mark })
    from = to + mark.length
  }
  for (const match of inside.matchAll(marks)) {
    if (kept[match.index] === 1) continue
    if (match[0] === ':' && /\d/u.test(inside.charAt(match.index + 1))) continue
    push(match.index, match[0])
  }
  push(inside.length, '')
  return pieces.map(({ span, mark }, i) => {
    const next = pieces[i + 1]
    const words = simplified(text.slice(span.start, span.end))
    const following = next ? simplified(text.slice(next.span.start, next.span.end)) : ''
    return { ...span, mark, role: roleOf(words, mark, following) }
  })
}

/** Without the full stop or semicolon that ends the sentence. */
function withoutStop(text: string, { start, end }: Span): Span {
  while (end > start + 1 && /[。！？!?；;….\s]/u.test(text.charAt(end - 1))) end--
  return { start, end }
}

const connective =
  /^(?:当前|目前|现在|如今|今天|今后|今年|去年|明年|近日|近年来|这些年|同时|与此同时|此外|另外|其中|首先|其次|再次|再者|最后|总之|总的来看|总体上看|一方面|另一方面|因此|所以|因而|为此|对此|据此|由此|由此可见|然而|但是|可是|不过|而且|并且|况且|于是|可见|具体而言|具体来说|也就是说|换言之|众所周知|各位代表|同志们|朋友们|下一步|相反|反之|当然|诚然|确实|事实上|实际上|特别是|尤其是|实际工作中)$/u
const saying = /(?:表明|证明|指出|强调|告诉我们|来看|情况看|角度看|来说|而言|说来|起来|如下)$/u
const framed =
  /(?:之际|同时|过程中|情况下|条件下|形势下|前提下|基础上|背景下|框架下|领导下|指引下|推动下|支持下|[^，]时|[^，]后|之前|以前|以来|时期|期间|年代|时候|年来)$/u
const always = /^(?:随着|由于|为了|根据|按照|依照|依据|遵照|面对|针对|对于|关于|鉴于|本着|立足于|着眼于)/u
const prepositional = /^(?:在|从|自|以|把|对|就|当|到|于|通过|经过|截至|坚持以|要以|必须以|坚持从)/u
const prepositionalEnd =
  /(?:下|中|上|时|后|前|里|内|间|来|看|方面|角度|高度|出发|为[^，、]{0,4}(?:指导|引领|统领|指引|契机|主线|重点|目标|抓手|核心|中心|牵引|突破口|导向|动力|主题|目的|保障|落脚点|根本|基础|依托|支撑|载体|纲领|遵循))$/u
const purpose =
  /^为(?:了|着力|进一步|深入|更好|全面|切实|贯彻|加强|适应|规范|保障|推动|促进|确保|维护|加快|推进|落实|做好)/u
const dated =
  /^(?:到|自|从|在|截至|截止到?)?[^，]{0,6}(?:\d{2,4}|[〇零一二三四五六七八九十]{2,})年[^，]{0,8}$|^[^，]{2,12}(?:时期|年代|阶段|期间|时代)$/u
const conditional =
  /^(?:如果|假如|倘若|若(?!干)|要是|只要|只有|除非|凡是?(?=[^，])|即使|虽然|尽管|不论|无论|不管|既(?![然定有得往成])|不仅|不但|不是(?=[^，])|与其|宁可|一旦|因(?![此地材势]))|[^目标]的$/u
const going =
  /^(?:是(?![非否])|也(?!门)|又|还(?![原款清])|都(?!市)|则|就(?![业地近学医诊餐])|才(?![能干华])|却|便(?![民利捷])|而|且|并(?![购重举行轨网])|或|及(?!时)|以及|乃至|甚至|从而|进而|使(?![用命])|令|以(?:便|免|确保|保证|防|此|期|利)|均|其(?![他它次一二三])|有的|有些|反而|更(?![加好多高新换改]))/u
const correlative =
  /^(?:就(?![业地近])|便(?![民利])|才(?![能干])|则|也|却|都(?!市)|但|而是|而且|又|还|更是|反而)/u
/** What a subject or condition before it can't be told from. */
const predicate =
  /^(?:应当|应该|可以|不得|由(?!于|此)|均|视为|适用(?!于)|属于|有权|不能|能够|自[^，]{1,12}(?:时|日)?起|依照其|不影响)/u

const englishFrame =
  /^(?:in|on|at|with|from|when|while|if|as|because|although|though|since|after|before|for|to|by|through|during|throughout|despite|under|over|once|until|unless|without|instead|tonight|today|now|then|here|there|so|and|but|yet|or|well|yes|no|however|moreover|furthermore|therefore|thus|first|second|third|finally|indeed|in fact|of course|for example|again|together|along|according|given|like|among|between|across|whether|whereas)\b/iu
const englishDependent =
  /^(?:and|or|but|nor|which|who|whom|whose|that|where|including|such as|especially|particularly|so that|as well as|not|even|making|leaving|because|while|when|if|as|than|to|for|with|in|by|from|without|either|both)\b/iu

/** Reads a clause's role off its first and last words and the clause behind it. */
function roleOf(words: string, mark: string, following: string): Role {
  if (!/\p{Script=Han}/u.test(words)) return englishRole(words, mark)
  const last = mark === ''
  if (!last && (connective.test(words) || saying.test(words))) return 'frame'
  if (!last && dated.test(words)) return 'time'
  if (!last && formula.test(words)) return 'frame'
  if (!last && (framed.test(words) || always.test(words) || purpose.test(words))) return 'frame'
  if (!last && prepositional.test(words) && prepositionalEnd.test(words)) return 'frame'
  if (!last && conditional.test(words)) return 'condition'
  if (!last && ((correlative.test(following) && /没有|不/u.test(words)) || predicate.test(following)))
    return 'condition'
  if (going.test(words)) return 'dependent'
  return 'core'
}

function englishRole(words: string, mark: string): Role {
  if (mark && englishFrame.test(words)) return 'frame'
  return englishDependent.test(words) ? 'dependent' : 'core'
}
