import { escapeHtml } from '../../page/escape-html.ts'
import type { Paper, PaperBlock, PaperCell, PaperTable } from './paper.ts'

const style = `@page{size:A4;margin:20mm}
body{font:12pt/1.6 "SimSun","Songti SC","Noto Serif CJK SC",serif;color:#000;background:#fff;max-width:170mm;margin:0 auto}
header{display:flex;justify-content:space-between;font-size:9pt;font-weight:normal}
h1,h2,th,.label{font-family:"SimHei","Heiti SC","Noto Sans CJK SC",sans-serif}
h1{font-size:22pt;text-align:center;margin:6mm 0 3mm}
h1+p{text-align:center;margin:0 0 4mm}
h2{font-size:14pt;margin:6mm 0 2mm;break-after:avoid}
.page{break-before:page}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:6mm}
td,th{border:.5pt solid #555;padding:1mm 2mm;overflow-wrap:anywhere}
.label,th{text-align:center;font-weight:normal}
tr{break-inside:avoid}
.sheet,.sheet>*>tr>*{border:0;padding:0 .5pt;margin:0}
.sheet>tbody>tr{break-inside:auto}
.sheet>thead header{font-family:"SimSun","Songti SC","Noto Serif CJK SC",serif;padding-bottom:3mm}
li{margin:1mm 0}
p{break-after:avoid}`

/** A paper as a page that is printed from any browser: it runs nothing and fetches nothing. */
export function paperToPage({ title, language, unit, marking, blocks }: Paper): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
${unit || marking ? headed(unit, marking, written(blocks)) : written(blocks)}
</body>
</html>
`
}

/** The head of a table stands on each page that the table takes: how a paper may be passed on is said on every sheet. */
function headed(unit: string, marking: string, html: string): string {
  const header = `<header><span>${escapeHtml(unit)}</span><span>${escapeHtml(marking)}</span></header>`
  return `<table class="sheet" role="presentation"><thead><tr><td>${header}</td></tr></thead>
<tbody><tr><td>
${html}
</td></tr></tbody></table>`
}

function written(blocks: readonly PaperBlock[]): string {
  return blocks.map((block, i) => blockHtml(block, blocks[i - 1]?.kind === 'new page')).join('\n')
}

/** @param isFirst of a further page */
function blockHtml(block: PaperBlock, isFirst: boolean): string {
  switch (block.kind) {
    case 'title':
      return `<h1${isFirst ? ' class="page"' : ''}>${escapeHtml(block.text)}</h1>`
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`
    case 'subtitle':
    case 'line':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'new page':
      return ''
    case 'list':
      return listHtml(block.items, block.isNumbered ? 'ol' : 'ul')
    case 'table':
      return tableHtml(block)
  }
}

/** Items on two levels. */
function listHtml(
  items: readonly { readonly text: string; readonly level: number }[],
  name: 'ol' | 'ul',
): string {
  let html = ''
  let depth = -1
  for (const { text, level } of items) {
    // No item is deeper than one below the one before it.
    const to = Math.min(level, depth + 1)
    if (to > depth) html += `<${name}>`
    else html += `</li>${`</${name}></li>`.repeat(depth - to)}`
    html += `<li>${escapeHtml(text)}`
    depth = to
  }
  return `${html}${`</li></${name}>`.repeat(depth + 1)}`
}

function tableHtml({ shares, head, rows }: PaperTable): string {
  const columns = shares.map((share) => `<col style="width:${share}%">`).join('')
  const cell = ({ text, columns = 1, isLabel = false }: PaperCell): string =>
    `<td${columns > 1 ? ` colspan="${columns}"` : ''}${isLabel ? ' class="label"' : ''}>${escapeHtml(text)}</td>`
  const heads = head.length
    ? `<thead><tr>${head.map((text) => `<th>${escapeHtml(text)}</th>`).join('')}</tr></thead>`
    : ''
  const body = rows
    .map(({ cells, height }) => `<tr style="height:${height}pt">${cells.map(cell).join('')}</tr>`)
    .join('')
  return `<table><colgroup>${columns}</colgroup>${heads}<tbody>${body}</tbody></table>`
}
