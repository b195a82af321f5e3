/**
 * The name in a deck's folder of what a file of it names: `./图/一.png`, `../a.md`; `/a.md` is counted from the folder
 * itself.
 *
 * @param from the name in the folder of the file that names it
 * @returns null for what would lead out of the folder
 */
export function nameFrom(address: string, from: string): string | null {
  const names = address.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const name of address.split('/')) {
    if (name === '..' && names.pop() === undefined) return null
    if (name !== '' && name !== '.' && name !== '..') names.push(name)
  }
  return names.length ? names.join('/') : null
}
