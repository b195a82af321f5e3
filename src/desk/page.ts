import { toBase64 } from '../base64.ts'
import { deckScripts } from '../page/page.ts'
import { pageScript } from '../page/scripts.ts'
import { carryMore, generator } from '../page/signs.ts'
import { type CarriedIndex, carriedId, workerId } from './names.ts'

/** Files by their names. */
export type Files = ReadonlyMap<string, Uint8Array>

/** One long base64 of all files, and where each stands in it. */
function carry(files: Files): { index: CarriedIndex; data: string } {
  let at = 0
  const parts = [...files].map(([name, bytes]) => {
    const text = toBase64(bytes)
    const place = [at, at + text.length] as const
    at += text.length
    return { name, text, place }
  })
  return {
    index: Object.fromEntries(parts.map(({ name, place }) => [name, place])),
    data: parts.map(({ text }) => text).join(''),
  }
}

/** The script beside the desk with what is seldom needed. */
export function besideScript(files: Files): string {
  const { index, data } = carry(files)
  return `${carryMore}(${JSON.stringify(index)},"${data}")\n`
}

/**
 * The desk as one page that needs no network: its scripts, and the files that decks are made with. What its policy
 * lets it load is the one script beside it.
 */
export function deskPage({
  script,
  worker,
  style,
  files,
}: Readonly<Record<'script' | 'worker' | 'style', string>> & { readonly files: Files }): string {
  const { index, data } = carry(files)
  const code = pageScript(script)
  // A deck that is presented from here is a page with the policy of this one: its scripts are let run, too.
  const decks = deckScripts(pageScript(new TextDecoder().decode(files.get('deck.js'))))
  const scripts = [code, ...decks].map(({ hash }) => hash).join(' ')
  const policy = [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval' 'self' file:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'media-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
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
<script type="text/plain" id="${workerId}">${pageScript(worker).text}</script>
<script type="application/json" id="${carriedId}-index">${JSON.stringify(index)}</script>
<script type="text/plain" id="${carriedId}">${data}</script>
<script>${code.text}</script>
</body>
</html>
`
}
