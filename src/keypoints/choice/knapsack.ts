/** Something that may be chosen. */
export interface Option {
  readonly worth: number
  /**
   * - `free`: may be chosen
   * - `bound`: is chosen where the option above it is, at its cost
   * - `required`: is chosen where the option above it is, and costs nothing
   */
  readonly stands: 'free' | 'bound' | 'required'
  /** What is chosen only with it. */
  readonly children: readonly Option[]
}

/** What was chosen last, and the choices that it was added to: those among its equals before it, those below it. */
interface Choice {
  readonly worth: number
  readonly last: { readonly option: Option; readonly before: Choice; readonly below: Choice } | null
}

const nothing: Choice = { worth: 0, last: null }
const impossible: Choice = { worth: Number.NEGATIVE_INFINITY, last: null }

/**
 * The choice of most worth with at most `budget` options, none of them without the one that it is a child of, and none
 * without those bound to it: the tree knapsack problem (Hirao et al., “Single-Document Summarization as a Tree Knapsack
 * Problem”, EMNLP 2013), by dynamic programming.
 */
export function choose(options: readonly Option[], budget: number): ReadonlySet<Option> {
  const chosen = new Set<Option>()
  const open = [bestOf(options, budget).at(-1) ?? nothing]
  for (let one = open.pop(); one; one = open.pop()) {
    if (!one.last) continue
    chosen.add(one.last.option)
    open.push(one.last.before, one.last.below)
  }
  return chosen
}

/** For each budget from 0 on the best choice among some options and what is below them. */
function bestOf(options: readonly Option[], budget: number): Choice[] {
  let best = Array.from({ length: budget + 1 }, () => nothing)
  for (const option of options) {
    const cost = option.stands === 'required' ? 0 : 1
    const all = bestOf(option.children, budget)
    best = best.map((without, b) => {
      let most = option.stands === 'free' ? without : impossible
      for (let spent = 0; spent + cost <= b; spent++) {
        const before = best[b - cost - spent]
        const below = all[spent]
        if (!before || !below) continue
        const worth = before.worth + option.worth + below.worth
        if (worth > most.worth) most = { worth, last: { option, before, below } }
      }
      return most
    })
  }
  return best
}
