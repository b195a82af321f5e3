import '../styles/presenter.css'
import '../styles/speaker.css'
import { slideSize } from '../../deck/slide-size.ts'
import { speakingTime, usualPace } from '../../deck/speaking-time.ts'
import { wordsFor } from '../../words.ts'
import { helpSheet } from '../deck/help.ts'
import { type Binding, bindKeys } from '../deck/keys.ts'
import { startReveal } from '../deck/reveal.ts'
import { sectionPlace, sectionTitleOf } from '../deck/sections.ts'
import { presenterTools } from '../deck/tools.ts'
import { make } from '../element.ts'
import { createLink } from '../link/link.ts'
import { keepPlace } from '../link/place.ts'
import { readSettings } from '../settings.ts'
import { recall, remember } from '../storage.ts'
import { keepAwake } from '../wake-lock.ts'
import { controls } from './controls.ts'
import { nextStep } from './next-step.ts'
import { notesPane } from './notes.ts'
import { readSpoken } from './outline.ts'
import { plannedFor, planOf } from './plan.ts'
import { rehearsal } from './rehearsal.ts'
import { showResults } from './results.ts'
import { followNotes } from './said.ts'
import { elapsedOn, toggled } from './stopwatch.ts'
import { timeBar } from './time-bar.ts'
import { timeSettings } from './time-settings.ts'

const paceKey = 'study-deck:pace'

/**
 * The presenter's own window: the notes with the place in them, what is on the wall and what comes, and the time. It has
 * the whole deck itself, so that it also leads where no wall is.
 */
export async function showSpeaker(): Promise<void> {
  const words = wordsFor(document.documentElement.lang)
  const { presenter } = words
  document.title = `${words.speaker}: ${document.title}`
  document.documentElement.classList.add('speaker')

  const notes = notesPane()
  const time = timeBar()
  const section = make('span', { class: 'section' })
  const number = make('span', { class: 'number' })
  const place = make('h1', { class: 'place' }, number, section)
  const header = make('header', { class: 'speaker-header' }, place, time.times, time.bar)
  const screen = make('div', { class: 'screen' })
  const next = make('div', { class: 'next-step' })
  const slidesOnWall = document.querySelector<HTMLElement>('.reveal')
  if (slidesOnWall) {
    const { role } = slidesOnWall.firstElementChild ?? {}
    // The page's main part here is the notes.
    if (!role) slidesOnWall.firstElementChild?.setAttribute('role', 'group')
    screen.append(slidesOnWall)
  }
  const pictures = make(
    'aside',
    { class: 'pictures', 'aria-label': words.presenter.now },
    make('h2', {}, presenter.now),
    screen,
    make('h2', {}, presenter.following),
    next,
  )
  document.body.prepend(header, notes.element, pictures)

  const deck = await startReveal(true)
  const link = createLink('speaker')
  const { shared } = link
  keepPlace(deck, shared, 1)
  keepAwake()

  let settings = readSettings()
  let pace = Number(recall('sessionStorage', paceKey)) || null
  let spoken = readSpoken(deck.getSlides())
  let sayings = followNotes(spoken)
  const timeOf = (text: string): number => speakingTime(text, { ...settings, ...(pace ? { pace } : {}) })
  const makePlan = () => {
    const minutes = shared.get('target') ?? settings.duration
    return planOf(spoken, sayings, {
      timeOf,
      timings: settings.timings,
      target: minutes === undefined ? undefined : minutes * 60,
    })
  }
  let plan = makePlan()

  const here = (): { slide: number; step: number } => ({
    slide: deck.getSlides().indexOf(deck.getCurrentSlide()),
    step: (deck.getIndices().f ?? -1) + 1,
  })
  const tick = (): void => {
    const now = Date.now()
    const watch = shared.get('watch')
    const elapsed = elapsedOn(watch, now) / 1000
    time.show({ now, elapsed, started: watch.since !== null || watch.before > 0, plan, ...here() })
  }
  const run = rehearsal(shared, () => spoken[here().slide]?.name ?? '')
  let shown: Element | null = null
  const show = (): void => {
    const { slide, step } = here()
    const current = deck.getCurrentSlide()
    if (shown !== current) {
      run.moved()
      shown = current
      notes.show(current)
      number.textContent = presenter.place(slide + 1, spoken.length)
      section.textContent = sectionPlace(current, deck.getSlides(), document.documentElement.lang)
      section.title = sectionTitleOf(current)
    }
    notes.mark(sayings[slide]?.[step] ?? { now: [], from: 0 })
    const picture = nextStep(deck)
    next.replaceChildren(picture ?? make('p', {}, words.end))
    fit()
    tick()
  }
  const fit = (): void => {
    const { width, height } = slideSize(settings.ratio)
    const scale = Math.min(next.clientWidth / width, next.clientHeight / height)
    document.documentElement.style.setProperty('--box-scale', String(scale))
    deck.layout()
  }
  const replan = (): void => {
    plan = makePlan()
    tick()
  }
  addEventListener('resize', fit)
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, show)
  document.addEventListener('study-deck:edited', () => {
    settings = readSettings()
    spoken = readSpoken(deck.getSlides())
    sayings = followNotes(spoken)
    shown = null
    replan()
    show()
  })
  let first = JSON.stringify(shared.get('place'))
  shared.on('place', () => {
    const now = JSON.stringify(shared.get('place'))
    const watch = shared.get('watch')
    // Moving on from where the window opened begins the talk; what it hears of another window does not.
    if (now !== first && watch.since === null && watch.before === 0 && performance.now() > 1000)
      shared.set('watch', toggled(watch, Date.now()))
    first = now
  })
  shared.on('watch', tick)
  shared.on('target', replan)

  const dialog = timeSettings((wanted) => {
    pace = wanted.pace
    remember('sessionStorage', paceKey, String(pace ?? ''))
    if (wanted.target !== shared.get('target')) shared.set('target', wanted.target)
    replan()
  })
  const rehearse = (): void => {
    if (!run.running()) {
      run.begin()
      return
    }
    const timings = run.end()
    const results = spoken.flatMap(({ name }, i) =>
      Object.hasOwn(timings, name) ? [{ name, planned: plannedFor(plan, i), used: timings[name] ?? 0 }] : [],
    )
    showResults(results, timings)
  }
  const wallHere = (): void => location.assign(link.otherAddress())
  const bindings: Binding[] = [
    ...presenterTools(deck, shared, screen),
    { keys: ['s'], label: 'wall', act: () => link.open() || wallHere() },
    { keys: ['v'], label: 'wallHere', act: wallHere },
    { keys: ['+', '='], label: 'bigger', act: () => notes.resize(1) },
    { keys: ['-'], label: 'smaller', act: () => notes.resize(-1) },
    { keys: ['c'], label: 'watch', act: () => shared.set('watch', toggled(shared.get('watch'), Date.now())) },
    { keys: ['0'], label: 'restart', act: () => shared.set('watch', { before: 0, since: null }) },
    {
      keys: ['t'],
      label: 'settings',
      act: () =>
        dialog.open(
          { target: shared.get('target') ?? settings.duration ?? null, pace: pace ?? settings.pace ?? null },
          planOf(spoken, sayings, { timeOf }).total,
          usualPace(settings),
        ),
    },
    { keys: ['r'], label: 'rehearse', act: rehearse },
    { keys: ['?', 'F1'], label: 'help', act: () => help.open() },
  ]
  const help = helpSheet(bindings)
  bindKeys(bindings)
  document.body.append(controls(bindings, link))
  const noteRehearsal = (): void => {
    document.documentElement.classList.toggle('rehearsing', run.running())
  }
  shared.on('rehearsal', noteRehearsal)
  noteRehearsal()
  setInterval(tick, 500)
  show()
}
