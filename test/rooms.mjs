// The rooms of the house and what they import from each other. `node test/rooms.mjs` draws it.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = join(dirname(fileURLToPath(import.meta.url)), '../src')

/** From the ground up: a room may import from those before it. What stands in src/ itself, and the words, belongs to the ground. */
export const rooms = [
  'ground',
  'document',
  'keypoints',
  'layouts',
  'theme',
  'markdown',
  'deck',
  'edit',
  'page',
  'office',
  'disk',
  'assets',
  'store',
  'client',
  'desk',
  'site',
  'print',
  'cli',
  'index',
]

/** @returns {string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const roomOf = (file) => {
  const [first, ...rest] = relative(source, file).split(sep)
  if (rest.length > 0) return first === 'words' ? 'ground' : first
  return first === 'index.ts' ? 'index' : 'ground'
}

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/**
 * Every import of a file of ours from another one, of types too.
 *
 * @returns {{ from: string, to: string, fromRoom: string, toRoom: string }[]} paths from src/
 */
export function imports() {
  return filesIn(source).flatMap((file) => {
    const text = withoutComments(readFileSync(file, 'utf8'))
    const named = [
      ...text.matchAll(/^(?:import|export)\b[^'"]*?\bfrom '(\.[^']+)'/gm),
      ...text.matchAll(/\bimport\(\s*'(\.[^']+)'/g),
      ...text.matchAll(/^import '(\.[^']+)'/gm),
    ]
    return named
      .map(([, name]) => resolve(dirname(file), name.replace(/\?.*/, '')))
      .filter((target) => target.startsWith(source) && /\.tsx?$/.test(target))
      .map((target) => ({
        from: relative(source, file).split(sep).join('/'),
        to: relative(source, target).split(sep).join('/'),
        fromRoom: roomOf(file),
        toRoom: roomOf(target),
      }))
  })
}

/** Imports from a room above. */
export function againstDirection(found = imports()) {
  return found
    .filter(
      ({ fromRoom, toRoom }) => rooms.indexOf(toRoom) > rooms.indexOf(fromRoom) || !rooms.includes(fromRoom),
    )
    .map(({ from, to }) => `${from} -> ${to}`)
}

/** Files that import each other in a circle; each circle once, as a path that ends where it began. */
export function circles(found = imports()) {
  const next = new Map()
  for (const { from, to } of found) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set()
  const told = []
  const visit = (file, path) => {
    const at = path.indexOf(file)
    if (at >= 0) told.push([...path.slice(at), file].join(' -> '))
    if (at >= 0 || done.has(file)) return
    for (const target of next.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return told
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = imports()
  for (const room of rooms) {
    const counts = rooms.flatMap((other) => {
      const count = found.filter(({ fromRoom, toRoom }) => fromRoom === room && toRoom === other).length
      return count > 0 && other !== room ? [`${other} ${count}`] : []
    })
    const own = found.filter(({ fromRoom, toRoom }) => fromRoom === room && toRoom === room).length
    const files = filesIn(source).filter((file) => roomOf(file) === room).length
    if (files > 0)
      console.log(`${room} (${files} files, ${own} imports within) <- ${counts.join(', ') || 'nothing'}`)
  }
  const wrong = [...againstDirection(found), ...circles(found)]
  console.log(wrong.length ? wrong.join('\n') : 'no import upward, no circle')
  process.exitCode = wrong.length ? 1 : 0
}
