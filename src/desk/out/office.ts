import { fileSave } from 'browser-fs-access'
import type { OfficeFormat } from '../../office/formats.ts'
import type { Work } from '../messages.ts'
import { deck, wholeFiles } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { tell, tellFault } from '../model/notice.ts'
import { ask } from '../model/worker-link.ts'
import { template } from './template.ts'

const types: Readonly<Record<OfficeFormat, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * Saves the deck as a file that Office and WPS go on working in.
 *
 * @param official Word: in the layout of official papers
 */
export async function saveOffice(format: OfficeFormat, official = false): Promise<void> {
  const open = deck.value
  if (!open) return
  const { slug } = open
  const made = ask('office', { slug, files: wholeFiles(open), format, template: template.value, official })
  // A Word file by the deck's own name would be the document that it was made of.
  const called = format === 'docx' ? `-${say.bar.scripts[official ? 'official' : 'plain']}` : ''
  await saveAs(`${slug}${called}.${format}`, format, () => made.then(({ bytes }) => bytes))
}

/** A paper of the meeting, as the person wants it. */
export type WantedPaper = Pick<Work['paper']['asked'], 'kind' | 'count' | 'official'>

const paperOf = (wanted: WantedPaper) => {
  const open = deck.value
  return open && ask('paper', { slug: open.slug, files: wholeFiles(open), ...wanted })
}

/** Saves a paper of the meeting as a Word document. @param called what it is called */
export async function savePaper(wanted: WantedPaper, called: string): Promise<void> {
  const made = paperOf(wanted)
  if (made && deck.value)
    await saveAs(`${deck.value.slug}-${called}.docx`, 'docx', async () => (await made).docx)
}

/** Opens a paper of the meeting in a window of its own, and has it printed. */
export async function printPaper(wanted: WantedPaper): Promise<void> {
  // A browser opens a window for a key or a click, not for what comes of it a second later.
  const shown = window.open('', '_blank')
  if (!shown) {
    tell(say.bar.blockedPaper, true)
    return
  }
  try {
    const made = await paperOf(wanted)
    shown.document.write(made?.page ?? '')
    shown.document.close()
    setTimeout(() => shown.print())
  } catch (error) {
    shown.close()
    tellFault(error)
  }
}

/** Lets the person save a file; says so when it is done, and why when it is not. */
async function saveAs(name: string, format: OfficeFormat, make: () => Promise<Uint8Array>): Promise<void> {
  tell(say.bar.making(name))
  const blob = make().then((bytes) => new Blob([Uint8Array.from(bytes)], { type: types[format] }))
  try {
    const options = { fileName: name, extensions: [`.${format}`], mimeTypes: [types[format]] }
    const handle = await fileSave(blob, { ...options, id: 'study-deck-out' })
    tell(say.bar.savedAs(handle?.name ?? name))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}
