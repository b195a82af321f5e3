import { gzipSync } from 'fflate'
import { toBase64 } from '../base64.ts'
import { deckScripts } from '../page/page.ts'
import { pageScript } from '../page/scripts.ts'
import { carryMore, generator } from '../page/signs.ts'
import { type CarriedIndex, type CarriedPlace, carriedId, servedName, workerName } from './names.ts'

/** Files by their names. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Packed already. */
const isFont = (name: string): boolean => name.endsWith('.woff2')

/** One long base64 of all files, and where each stands in it. */
function carry(files: Files): { index: CarriedIndex; data: string } {
  const index: Record<string, CarriedPlace> = {}
  const texts: string[] = []
  let from = 0
  for (const [name, bytes] of files) {
    const less = isFont(name) ? bytes : gzipSync(bytes, { level: 9, mtime: 0 })
    const packed = less.length < bytes.length
    const text = toBase64(packed ? less : bytes)
    const to = from + text.length
    index[name] = { from, to, packed }
    texts.push(text)
    from = to
  }
  return { index, data: texts.join('') }
}

/** The script beside the desk with what is seldom needed. */
export function besideScript(files: Files): string {
  const { index, data } = carry(files)
  return `${carryMore}(${JSON.stringify(index)},"${data}")\n`
}

/** What runs in the page. */
interface Scripts {
  readonly script: string
  /** The Markdown editor, which comes when it is asked for. */
  readonly editor: string
  readonly style: string
  /** What decks run: one that is presented from here is a page with the policy of this one. */
  readonly deckScript: string
}

/**
 * The desk as one page that needs no network: its scripts, and the files that decks are made with. What its policy
 * lets it load is the one script beside it.
 */
export function deskPage({
  script,
  editor,
  worker,
  style,
  files,
}: Readonly<Record<'script' | 'editor' | 'worker' | 'style', string>> & { readonly files: Files }): string {
  const { index, data } = carry(new Map([[workerName, new TextEncoder().encode(worker)], ...files]))
  const deckScript = new TextDecoder().decode(files.get('deck.js'))
  return page(
    { script, editor, style, deckScript },
    { scripts: "'self' file:", connect: "'none'" },
    `<script type="application/json" id="${carriedId}-index">${JSON.stringify(index)}</script>
<script type="text/plain" id="${carriedId}">${data}</script>
`,
  )
}

/** The desk as a page whose server has its files, and keeps the decks: it asks nobody else. */
export function servedDeskPage(scripts: Scripts): string {
  return page(scripts, { scripts: '', connect: "'self'" }, `<meta name="${servedName}">\n`)
}

/** @param from what the page may load besides its own scripts, and whom it may ask */
function page(
  { script, editor, style, deckScript }: Scripts,
  from: Readonly<Record<'scripts' | 'connect', string>>,
  carried: string,
): string {
  const code = pageScript(script)
  const all = [code, pageScript(editor), ...deckScripts(deckScript)]
  const scripts = all.map(({ hash }) => hash).join(' ')
  const policy = [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval' ${from.scripts}`.trim(),
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'media-src data: blob:',
    'font-src data:',
    `connect-src ${from.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${generator}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>study-deck</title>
<style>${style}</style>
</head>
<body>
${carried}<script>${code.text}</script>
</body>
</html>
`
}
