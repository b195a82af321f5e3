import { escapeHtml } from '../page/escape-html.ts'
import { liveScript } from './live-client.ts'

/** What stands in place of a deck that can't be shown: why, until it is mended. */
export function mistakePage(message: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self' ws:; img-src data:">
<link rel="icon" href="data:,">
<title>study-deck</title>
</head>
<body>
<pre class="mistake">${escapeHtml(message)}</pre>
<script type="module" src="${liveScript}"></script>
</body>
</html>
`
}
