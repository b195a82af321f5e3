import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

/** Nothing but words to be heard as they are. */
export const quotation: Layout = {
  ...plain,
  name: 'quotation',
  size: 44,
  largest: [58],
  choose: ({ tree }) =>
    tree?.signs.includes('quotation') ? { arrangement: { quotation: tree.span } } : null,
}
