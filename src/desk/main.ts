import { make } from '../client/element.ts'
import { type Language, spoken, wordsFor } from '../words.ts'
import { CarriedFiles } from './carried.ts'
import type { Answer, OutlineLine, Request } from './messages.ts'
import './desk.css'
import { besideName, workerId } from './names.ts'

const language: Language = spoken(navigator.language)
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
const say = wordsFor(language).desk

const carried = new CarriedFiles(besideName)
const code = document.getElementById(workerId)?.textContent ?? ''
const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
const ask = (request: Request): void => worker.postMessage(request)

const input = make('input', { type: 'file', id: 'file' })
const status = make('p', { role: 'status' })
const save = make('button', { type: 'button', hidden: '' }, say.save)
const list = make('ol', { class: 'outline' })
const zone = make(
  'label',
  { for: 'file', class: 'zone' },
  make('strong', {}, say.drop),
  make('span', {}, say.choose),
  input,
)
document.title = say.title
document.body.append(make('main', {}, make('h1', {}, say.title), zone, status, save, list))

/** Counts the seconds behind what is being done. */
let ticking: ReturnType<typeof setInterval> | undefined
function working(what: string): void {
  clearInterval(ticking)
  const start = Date.now()
  status.className = ''
  status.textContent = what
  save.disabled = true
  ticking = setInterval(() => {
    status.textContent = `${what} ${Math.round((Date.now() - start) / 1000)} s`
  }, 1000)
}
function done(what: string, kind = ''): void {
  clearInterval(ticking)
  status.className = kind
  status.textContent = what
  save.disabled = false
}

async function read(file: File): Promise<void> {
  list.replaceChildren()
  save.hidden = true
  working(say.reading(file.name))
  ask({ kind: 'read', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

/** So many lines are put into the page at once, so that it goes on answering. */
const portion = 400

function showOutline(lines: readonly OutlineLine[]): void {
  const items = lines.slice(0, portion).map(({ kind, depth, text }) => {
    const item = make('li', { class: kind }, text)
    item.style.setProperty('--depth', String(depth))
    return item
  })
  list.append(...items)
  if (lines.length > portion) requestAnimationFrame(() => showOutline(lines.slice(portion)))
}

function download(name: string, html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
  make('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

worker.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
  if (answer.kind === 'need') {
    void carried.read(answer.name).then((bytes) => ask({ kind: 'have', name: answer.name, bytes }))
  } else if (answer.kind === 'outline') {
    done(say.outlined(answer.slides))
    save.hidden = false
    showOutline(answer.lines)
  } else if (answer.kind === 'page') {
    download(answer.name, answer.html)
    done(say.saved(answer.name))
  } else done(answer.texts[language], 'fault')
})

input.addEventListener('change', () => {
  const [file] = input.files ?? []
  if (file) void read(file)
  input.value = ''
})
save.addEventListener('click', () => {
  working(say.saving)
  ask({ kind: 'build' })
})
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  const [file] = event.dataTransfer?.files ?? []
  if (file) void read(file)
})
