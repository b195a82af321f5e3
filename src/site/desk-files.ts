import { cachedFile } from '../assets/cache.ts'
import { deskParts } from '../assets/desk.ts'
import { besideName } from '../desk/names.ts'
import { besideScript, deskPage } from '../desk/page.ts'
import type { PublishedFile } from '../store/publish.ts'

/** The desk as files of a site. It is the same for every one, so that it is made once for this computer and then copied. */
export async function deskFiles(): Promise<PublishedFile[]> {
  const parts = await deskParts()
  let reading: ReturnType<typeof parts.read> | undefined
  const read = (): ReturnType<typeof parts.read> => {
    reading ??= parts.read()
    return reading
  }
  const makers = {
    'desk.html': async () => deskPage(parts, (await read()).files),
    [besideName]: async () => besideScript((await read()).seldom),
  }
  return Promise.all(
    Object.entries(makers).map(async ([name, make]) => ({
      name,
      content: await cachedFile(`desk ${parts.stamp} ${name}`, async () => Buffer.from(await make())),
    })),
  )
}
