import { lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The browser of the package `@sparticuz/chromium`, where that is installed. The package unpacks it into the temporary
 * folder that all users of a machine share, and runs what another has put there under its name; here it unpacks into
 * a folder of the user's own.
 *
 * @param folder of the user's own
 * @returns path of its program, null where the package is not installed
 */
export async function packagedBrowser(folder = ownFolder()): Promise<string | null> {
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = folder
  try {
    // It reads the variable as it is loaded, and for what the browser's own fonts are.
    const packaged = await import('@sparticuz/chromium').catch(() => null)
    if (!packaged) return null
    const whole = join(folder, 'whole')
    if (!(await isOwn(folder)) || !(await isOwn(whole))) await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const program = await packaged.default.executablePath()
    await writeFile(whole, '', { mode: 0o600 })
    return program
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}

const ownFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'study-deck', 'chromium')

/** Whether nobody else can have put it there: neither a link nor another user's, nor for others to write. */
async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return (
    found !== null &&
    !found.isSymbolicLink() &&
    found.uid === process.getuid?.() &&
    (found.mode & 0o022) === 0
  )
}
