import { signal } from '@preact/signals'
import { fileOpen } from 'browser-fs-access'
import { del, get, set } from 'idb-keyval'
import type { NamedFile } from '../messages.ts'
import { say } from '../model/language.ts'
import { tell, tellFault } from '../model/notice.ts'

const key = 'template'

/** The office's own template of PowerPoint, for every deck that is made on this computer; null for none. */
export const template = signal<NamedFile | null>(null)
void get<NamedFile>(key)
  .then((kept) => {
    template.value = kept ?? null
  })
  // A browser that keeps nothing has kept none.
  .catch(() => {})

/** Lets the person choose the template. */
export async function chooseTemplate(): Promise<void> {
  try {
    const file = await fileOpen({ id: 'study-deck-template', extensions: ['.pptx', '.potx'] })
    await keep({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    tell(say.bar.templateChosen(file.name))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}

/** From now on without the template. */
export const leaveTemplate = (): Promise<void> => keep(null)

async function keep(chosen: NamedFile | null): Promise<void> {
  template.value = chosen
  await (chosen ? set(key, chosen) : del(key)).catch(() => {})
}
