import type { Span } from '../../document/document.ts'
import { clauses } from '../clauses.ts'
import { relations } from '../relations/index.ts'
import {
  actorOf,
  begins,
  continues,
  duty,
  isParty,
  leadsUp,
  opensWithVerb,
  says,
  subjectOf,
  turns,
  wantsSubject,
} from '../relations/predicates.ts'
import { type ClauseWords, type RelationKind, traitsOf } from '../relations/relation.ts'
import { simplified } from '../simplified.ts'
import { signsOf } from './signs.ts'
import type { Node } from './tree.ts'

/** A clause of a sentence. */
export interface ClauseNode extends Node {
  readonly kind: 'clause'
  /** Its place among the clauses of its sentence. */
  readonly at: number
  /** In simplified characters. */
  readonly words: string
  readonly needs: readonly Node[]
  readonly children: readonly ClauseNode[]
  /** Who is to do it, where only a clause before it says so; its slide shows it somewhere. */
  readonly actor: Span | null
}

/** More of a clause than its beginning and its end tells nothing of its relation: UTF-16 units. */
const telling = 100

/** The number of what the clause begins. */
const ordinal =
  /^(?:第?[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|——)/u

/** To whom or what the rest of a sentence is to be done. */
const reaches = /^但?(?:对(?![外照])|针对|凡)/u

/** No clause waits longer for what it leads up to: clauses. */
const patience = 8

/** A time that is set for all that the sentence says; on another day one thing happened: 2004年3月24日. */
const term = /前|止|起|内|底|末|后|以来|^(?:到|自|从|截至|力争|每)/u

/** Goes on with what the same one does. */
const goesOn = /^(?:并|且|同时|还|也|再|及时|立即)/u

/** Goes on with what stands before all that leads up to it. */
const adds = /^[并且或]/u

/** Begins a sentence like any other. */
const especially = /^(?:特别是|尤其是)/u

/** What belongs together to the end of the sentence: 既…，…，又…，…; 原则上于4月底前…，12月底前…. */
const both = /^既(?![然定有得往成])|原则上/u
/** Begins another demand all the same. */
const charges = /^(?:必须|绝不|决不|不得|严禁|要)/u

/** A condition holds of no more clauses behind it. */
const reach = 24

interface Link {
  readonly kind: RelationKind
  readonly to: number
}

/**
 * The clauses of a sentence as a dependency tree: those that depend on nothing, and below each what depends on it. A
 * clause needs what changes its meaning (a condition, an exception, a negation), what follows it in such a relation
 * needs it, and a predicate without a subject needs the words before that say who.
 *
 * @returns every clause, in order
 */
export function clauseTree(text: string, sentence: Span): ClauseNode[] {
  const parts = clauses(text, sentence)
  const said = parts.map((part) => ({
    words: simplified(tellingPart(text, part)).replace(ordinal, ''),
    mark: part.mark,
  }))
  const links = continued(said, linksOf(said))
  type Draft = Omit<ClauseNode, 'needs' | 'children' | 'actor'> & {
    needs: Node[]
    children: ClauseNode[]
    actor: Span | null
  }
  const drafts = parts.map(({ start, end }, at): Draft => {
    const span = { start, end }
    const words = simplified(text.slice(start, end))
    const relation = links[at]?.kind ?? 'joint'
    const signs = signsOf(text, span)
    return {
      kind: 'clause',
      relation,
      span,
      numeral: null,
      signs,
      at,
      words,
      needs: [],
      children: [],
      actor: null,
    }
  })
  const need = (draft: Draft, other: Node): void => {
    if (other !== draft && !draft.needs.includes(other)) draft.needs.push(other)
  }
  drafts.forEach((draft, at) => {
    const link = links[at]
    const nucleus = link && drafts[link.to]
    if (!link || !nucleus || nucleus === draft) return
    nucleus.children.push(draft)
    // What leads up to something stands with whatever needs it; what goes on with something, only with that.
    if (link.to < at || link.kind === 'unfinished') need(draft, nucleus)
    if (traitsOf[link.kind].binds) need(nucleus, draft)
    const isPast = link.kind === 'date' && !term.test(draft.words)
    // 对超编的人员，组织部门不得…，财政部门不得…
    const isOfAll = link.kind === 'topic' || (link.kind === 'unfinished' && actorOf(nucleus.words) > 0)
    const isWide = (traitsOf[link.kind].reaches && !isPast) || (isOfAll && reaches.test(draft.words))
    if (!isWide || link.to < at) return
    // What the sentence goes on to say is so on the same condition; a date or those concerned are changed for others.
    const isLasting = link.kind === 'condition' || link.kind === 'exception'
    const root = rootOf(links, at)
    for (const later of drafts.slice(root + 1, root + 1 + reach)) {
      if (!isLasting && links[later.at]?.kind === link.kind) break
      if (!links[later.at]) need(later, draft)
    }
  })
  // Of whom it is said, and who is to do it: said once, before the first thing that is said of them.
  let subject: Span | null = null
  let actor: Span | null = null
  for (const draft of drafts) {
    const { span, words, relation } = draft
    const first = (length: number): Span => ({ start: span.start, end: span.start + length })
    if (relation === 'topic' || subjectOf(words) > 0) {
      subject = subjectOf(words) > 0 ? first(subjectOf(words)) : span
      actor = actorOf(words) > 0 || isParty(words) ? subject : null
    } else if (relation === 'joint' && !draft.needs.some((other) => other.relation === 'topic')) {
      const before = drafts[draft.at - 1]
      if (subject && wantsSubject(words)) need(draft, subjectNode(subject))
      // 过去五年，是…: when it is is what is said of.
      else if (before?.relation === 'circumstance' && wantsSubject(words) && !duty(words)) need(draft, before)
      else if (opensWithVerb(words) || goesOn.test(words)) draft.actor = actor
    }
  }
  return drafts
}

function subjectNode(span: Span): Node {
  return { kind: 'clause', relation: 'subject', span, numeral: null, signs: [], needs: [], children: [] }
}

/** 全面建成小康社会，我国知识分子能够…: what somebody else's deed serves is not ordered. */
const isGoal = (first: ClauseWords | undefined, words: string): boolean =>
  opensWithVerb(first?.words ?? '') && !/^(?:要|必须)/u.test(first?.words ?? '') && actorOf(words) > 0

/**
 * A clause is a point of its own only where it is proved to be one: what stands before it is said to its end, and it
 * begins with what is to be done, or with its own subject. Any other goes on with what stands before it, and both need
 * each other; what has said nothing yet leads up to what does.
 */
function continued(said: readonly ClauseWords[], links: readonly (Link | null)[]): (Link | null)[] {
  const made = [...links]
  let root = -1
  let isWhole = false
  let isNamed = false
  let isPaired = false
  // The last one that leads up to nothing.
  let last = -1
  // The first clause of those that lead up to the one at hand.
  let from = 0
  // He says it to the end of the sentence: 他指出：….
  let isSaid = false
  said.forEach(({ words: own, mark }, at) => {
    const words = at === 0 ? own.replace(especially, '') : own
    const link = links[at]
    isSaid ||= link?.kind === 'source' && /[：:]/u.test(mark)
    isNamed ||= subjectOf(words) > 0 || link?.kind === 'topic'
    if (link && link.to > at) return
    if (link && isWhole) {
      made[at] = { kind: link.kind, to: root }
      from = at + 1
      return
    }
    if (!link && at + 1 < said.length && leadsUp(words)) {
      made[at] = { kind: 'unfinished', to: at + 1 }
      return
    }
    const isLed = made.slice(from, at).some((one) => one && traitsOf[one.kind].binds)
    const leansBack = continues(said[from]?.words ?? '') || (from < at && adds.test(words))
    isPaired = (isPaired && !charges.test(words)) || both.test(words)
    const starts = !leansBack && !isPaired && !isSaid && (isLed || begins(words, isNamed))
    if (leansBack && at > from && made[at - 1]?.to === at) made[at - 1] = { kind: 'unfinished', to: at }
    if (root < 0 || (isWhole && starts && !(from === 1 && isGoal(said[0], words)))) root = at
    else if ((!isWhole || (from === 1 && isGoal(said[0], words))) && says(words) && !leansBack) {
      made[root] = { kind: 'continuation', to: at }
      root = at
    } else
      made[at] =
        turns(words) || turns(said[from]?.words ?? '')
          ? { kind: 'turn', to: last }
          : { kind: 'continuation', to: root }
    last = at
    isWhole = (root === at ? false : isWhole) || says(words)
    from = at + 1
  })
  return made
}

/** What each clause depends on, if on any; itself where it announces what stands behind the sentence. */
function linksOf(said: readonly ClauseWords[]): (Link | null)[] {
  const kinds: (RelationKind | null)[] = []
  const found = said.map((_, at) => {
    for (const { kind, towards } of relations) {
      const side = towards(said, at, kinds)
      if (!side) continue
      kinds.push(kind)
      return { kind, side }
    }
    kinds.push(null)
    return null
  })
  const isLight = (at: number): boolean => {
    const kind = found[at]?.kind
    return kind === 'circumstance' || kind === 'attribution'
  }
  const links: (Link | null)[] = said.map(() => null)
  // A clause that others lead up to is what they are said of, however it begins.
  const awaited = new Set<number>()
  // How many clauses lead up to something one behind another, from each on; the next one that is no light one.
  const waits = new Uint8Array(said.length + 1)
  let next = said.length
  // What announces a list behind the sentence; what leads up to it is no more said than it is.
  let announcer = -1
  for (let at = said.length - 1; at >= 0; at--) {
    const one = found[at]
    const to = next
    if (!isLight(at)) next = at
    if (one?.side !== 'next') continue
    if (to >= said.length) {
      if (one.kind === 'attribution') announcer = at
      if (announcer >= 0) links[at] = { kind: one.kind, to: announcer }
      continue
    }
    const waiting = (waits[to] ?? 0) + 1
    if (waiting > patience) continue
    waits[at] = waiting
    links[at] = { kind: one.kind, to }
    if (one.kind !== 'circumstance') awaited.add(to)
  }
  let root = -1
  found.forEach((one, at) => {
    if (one?.side === 'previous' && !awaited.has(at) && root >= 0) links[at] = { kind: one.kind, to: root }
    if (!links[at]) root = at
  })
  return links
}

/** The clause that depends on nothing and that one leads up to. */
function rootOf(links: readonly (Link | null)[], at: number): number {
  let root = at
  for (let link = links[root]; link && link.to > root; link = links[root]) root = link.to
  return root
}

function tellingPart(text: string, { start, end }: Span): string {
  return end - start <= 2 * telling
    ? text.slice(start, end)
    : text.slice(start, start + telling) + text.slice(end - telling, end)
}
