import type { Layout } from '../layout.ts'
import { plain } from '../plain.ts'

/** A picture, as large as the slide has room for; beside words it fills its half. */
export const image: Layout = { ...plain, name: 'image', size: 32, largest: [44, 44, 40, 36, 34] }
