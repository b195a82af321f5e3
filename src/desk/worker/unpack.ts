import { projectIn, projectName } from '../../deck/project.ts'
import type { Work } from '../messages.ts'

/** The files of the deck that a page carries; null for what is no page of a deck. */
export async function unpack({ bytes }: Work['unpack']['asked']): Promise<Work['unpack']['answer']> {
  const html = new TextDecoder().decode(bytes)
  const files = projectIn(html)
  return files && { name: projectName(html), files }
}
