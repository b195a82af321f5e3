import { agenda } from '../agenda/index.ts'
import type { Layout } from '../layout.ts'

/** What a long section was about, by its headings, before the next one begins. */
export const recap: Layout = { ...agenda, name: 'recap' }
