import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { behindPlan, type Plan } from './plan.ts'
import { formatTime } from './stopwatch.ts'

/** What the bar shows. */
export interface TimeState {
  /** Epoch milliseconds. */
  readonly now: number
  /** Seconds. */
  readonly elapsed: number
  readonly started: boolean
  readonly plan: Plan
  readonly slide: number
  readonly step: number
}

/** Less than this many seconds before or behind is on time. */
const close = 10

/** The clock, the stopwatch against the target, and how the presenter does against the plan. */
export function timeBar(): { times: HTMLElement; bar: HTMLElement; show: (state: TimeState) => void } {
  const { presenter } = wordsFor(document.documentElement.lang)
  const value = (
    name: string,
    label: string,
  ): { element: HTMLElement; value: HTMLElement; label: HTMLElement } => {
    const number = make('span', { class: 'value' })
    const says = make('span', { class: 'label' }, label)
    return { element: make('div', { class: `time ${name}` }, says, number), value: number, label: says }
  }
  const elapsed = value('elapsed', presenter.elapsed)
  const remaining = value('remaining', presenter.remaining)
  const clock = make('div', { class: 'time clock', role: 'timer' })
  const times = make('div', { class: 'times' }, elapsed.element, remaining.element, clock)
  const used = make('div', { class: 'used' })
  const mark = make('div', { class: 'mark' })
  const verdict = make('span', { class: 'verdict' })
  const bar = make('div', { class: 'pace' }, make('div', { class: 'track' }, used, mark), verdict)
  return {
    times,
    bar,
    show({ now, elapsed: seconds, started, plan, slide, step }) {
      clock.textContent = new Date(now).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
      elapsed.value.textContent = formatTime(seconds)
      const left = plan.total - seconds
      remaining.label.textContent = left < 0 ? presenter.over : presenter.remaining
      remaining.value.textContent = formatTime(Math.abs(left))
      remaining.element.classList.toggle('late', left < 0)
      const percent = (at: number): string => `${plan.total ? Math.min(100, (at / plan.total) * 100) : 0}%`
      used.style.width = percent(seconds)
      mark.style.left = percent(plan.begins[slide]?.[step] ?? 0)
      const behind = Math.round(behindPlan(plan, slide, step, seconds))
      const away = Math.abs(behind) < close ? 'right' : behind > 0 ? 'behind' : 'ahead'
      const time = presenter.time(Math.floor(Math.abs(behind) / 60), Math.abs(behind) % 60)
      bar.dataset['pace'] = started ? away : ''
      verdict.textContent = !started
        ? presenter.notStarted
        : away === 'right'
          ? presenter.onTime
          : presenter[away](time)
    },
  }
}
