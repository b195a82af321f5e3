import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

export const code: Layout = { ...plain, name: 'code', growsAlone: true, largest: [42] }
