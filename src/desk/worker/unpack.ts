import { projectIn, projectName } from '../../deck/project.ts'
import { Fault } from '../../fault.ts'
import { isOurs } from '../../page/signs.ts'
import type { Work } from '../messages.ts'

/**
 * The files of the deck that a page carries; null for what is no page of ours.
 *
 * @throws Fault for a page of ours that carries no deck
 */
export async function unpack({ bytes }: Work['unpack']['asked']): Promise<Work['unpack']['answer']> {
  const html = new TextDecoder().decode(bytes)
  const files = projectIn(html)
  if (!files && isOurs(html.slice(0, 1024))) throw new Fault((say) => say.noProject)
  return files && { name: projectName(html), files }
}
