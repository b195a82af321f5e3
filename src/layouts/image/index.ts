import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

export const image: Layout = { ...plain, name: 'image', size: 30 }
