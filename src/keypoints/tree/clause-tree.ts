import type { Span } from '../../document/document.ts'
import { clauses } from '../clauses.ts'
import { relations } from '../relations/index.ts'
import { wantsSubject } from '../relations/predicates.ts'
import type { ClauseWords, Relation, RelationKind } from '../relations/relation.ts'
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
}

/** More of a clause than its beginning and its end tells nothing of its relation: UTF-16 units. */
const telling = 100

/** What is shorter says of nobody who it is: characters. */
const shortest = 3

/** What a clause is said of, up to the word that says it: 任何单位和个人 | 不得…. */
const subject =
  /^[^，]{2,40}?(?=(?:历来|一直|始终|都|也|均)?(?:是(?![非否])|应当|应该|必须|不得|可以|(?<![所占拥享持])有权(?!益)|(?<![重需只主首必])要(?![求素点])|将))/u

/** No clause waits longer for what it leads up to: clauses. */
const patience = 8

interface Link {
  readonly relation: Relation
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
  const said = parts.map((part) => ({ words: simplified(tellingPart(text, part)), mark: part.mark }))
  const links = linksOf(said)
  type Draft = Omit<ClauseNode, 'needs' | 'children'> & { needs: Node[]; children: ClauseNode[] }
  const drafts = parts.map(({ start, end }, at): Draft => {
    const span = { start, end }
    const relation: RelationKind = links[at]?.relation.kind ?? 'joint'
    const words = simplified(text.slice(start, end))
    return {
      kind: 'clause',
      relation,
      span,
      numeral: null,
      signs: signsOf(text, span),
      at,
      words,
      needs: [],
      children: [],
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
    if (link.to < at) need(draft, nucleus)
    if (link.relation.binds) need(nucleus, draft)
    if (!link.relation.reaches || link.to < at) return
    // What the sentence goes on to say is so on the same condition, up to another of its kind.
    const root = rootOf(links, at)
    for (const later of drafts.slice(root + 1)) {
      if (links[later.at]?.relation.kind === link.relation.kind) break
      if (!links[later.at]) need(later, draft)
    }
  })
  for (const draft of drafts) {
    if (links[draft.at] || draft.at === 0 || !wantsSubject(draft.words)) continue
    if (draft.needs.some(({ relation }) => relation === 'topic')) continue
    const before = drafts.slice(0, draft.at)
    const topic = before.findLast(({ relation }) => relation === 'topic')
    if (topic) need(draft, topic)
    else {
      const teller = before.find(({ words, relation }) => relation !== 'circumstance' && subject.test(words))
      const length = teller && subject.exec(teller.words)?.[0].length
      if (!teller || !length) {
        // Who it is stands somewhere in the clause that begins the sentence.
        const first = before.find(({ relation, words }) => relation === 'joint' && words.length > shortest)
        if (first) need(draft, first)
        continue
      }
      const span = { start: teller.span.start, end: teller.span.start + length }
      need(draft, {
        kind: 'clause',
        relation: 'subject',
        span,
        numeral: null,
        signs: [],
        needs: [],
        children: [],
      })
    }
  }
  return drafts
}

/** What each clause depends on, if on any; itself where it announces what stands behind the sentence. */
function linksOf(said: readonly ClauseWords[]): (Link | null)[] {
  const found = said.map((_, at) => {
    for (const relation of relations) {
      const towards = relation.towards(said, at)
      if (towards) return { relation, towards }
    }
    return null
  })
  const isLight = (at: number): boolean => {
    const kind = found[at]?.relation.kind
    return kind === 'circumstance' || kind === 'attribution'
  }
  const links: (Link | null)[] = said.map(() => null)
  // A clause that others lead up to is what they are said of, however it begins.
  const awaited = new Set<number>()
  // How many clauses lead up to something one behind another, from each on; the next one that is no light one.
  const waits = new Uint8Array(said.length + 1)
  let next = said.length
  for (let at = said.length - 1; at >= 0; at--) {
    const one = found[at]
    const to = next
    if (!isLight(at)) next = at
    if (one?.towards !== 'next') continue
    if (to >= said.length) {
      if (one.relation.kind === 'attribution') links[at] = { relation: one.relation, to: at }
      continue
    }
    const waiting = (waits[to] ?? 0) + 1
    if (waiting > patience) continue
    waits[at] = waiting
    links[at] = { relation: one.relation, to }
    if (one.relation.kind !== 'circumstance') awaited.add(to)
  }
  let root = -1
  found.forEach((one, at) => {
    if (one?.towards === 'previous' && !awaited.has(at) && root >= 0)
      links[at] = { relation: one.relation, to: root }
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
