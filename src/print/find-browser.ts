import { access, constants } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { Fault } from '../fault.ts'
import { packagedBrowser } from './packaged-browser.ts'

/** Where Chrome, Edge and Chromium usually are on a system, the likeliest first. */
export function usualPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home = homedir(),
): string[] {
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder
        ? [
            `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
            `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
            `${folder}\\Chromium\\Application\\chrome.exe`,
          ]
        : [],
    )
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', `${home}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ]
  // A program of the folder that the command is called in is nobody's choice.
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return names.flatMap((name) =>
    [...new Set(folders.filter((folder) => isAbsolute(folder)))].map((folder) => join(folder, name)),
  )
}

const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * Finds a browser to print with: the one asked for, else `CHROME_PATH`, else one that is installed, else the one of
 * the package `@sparticuz/chromium` where that is installed. Nothing is downloaded.
 *
 * @param asked path of its program
 * @param places where one may be installed
 * @returns path of its program
 * @throws Fault where there is none
 */
export async function findBrowser(
  asked = process.env['CHROME_PATH'] || undefined,
  places: readonly string[] = usualPlaces(process.platform, process.env),
): Promise<string> {
  if (asked !== undefined) {
    if (await runs(asked)) return asked
    throw new Fault((say) => say.noProgram, { file: asked })
  }
  for (const path of places) if (await runs(path)) return path
  // It is built for Linux alone. What it would be told besides where it is loosens it more than printing needs.
  const packaged = process.platform === 'linux' ? await packagedBrowser() : null
  if (packaged) return packaged
  throw new Fault((say) => say.noBrowser)
}
