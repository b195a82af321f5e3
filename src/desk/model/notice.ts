import { signal } from '@preact/signals'
import { asFault } from '../../fault.ts'
import { language } from './language.ts'

/** What the desk tells a person, once. */
export interface Notice {
  readonly text: string
  readonly isFault: boolean
}

export const notice = signal<Notice | null>(null)

let timer: ReturnType<typeof setTimeout> | undefined

/** Says something that goes by itself; a fault stays until it is read. */
export function tell(text: string, isFault = false): void {
  clearTimeout(timer)
  notice.value = { text, isFault }
  if (!isFault)
    timer = setTimeout(() => {
      notice.value = null
    }, 6000)
}

export function tellFault(error: unknown): void {
  tell(asFault(error).line(language), true)
}
