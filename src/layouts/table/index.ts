import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

export const table: Layout = { ...plain, name: 'table', growsAlone: true, largest: [46] }
