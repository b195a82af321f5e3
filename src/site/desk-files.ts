import { cachedFile } from '../assets/cache.ts'
import { type DeskParts, deskParts, deskStamp } from '../assets/desk.ts'
import { besideName, deskName } from '../desk/names.ts'
import { besideScript, deskPage } from '../desk/page.ts'
import type { PublishedFile } from '../store/publish.ts'

/** The desk as files of a site. It is the same for every one, so that it is made once for this computer and then copied. */
export async function deskFiles(): Promise<PublishedFile[]> {
  let reading: Promise<DeskParts> | undefined
  const parts = (): Promise<DeskParts> => {
    reading ??= deskParts()
    return reading
  }
  const makers = {
    [deskName]: async () => deskPage(await parts()),
    [besideName]: async () => besideScript((await parts()).seldom),
  }
  const stamp = deskStamp()
  return Promise.all(
    Object.entries(makers).map(async ([name, make]) => ({
      name,
      content: await cachedFile(`desk ${stamp} ${name}`, async () => Buffer.from(await make())),
    })),
  )
}
