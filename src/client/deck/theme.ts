import type { Theme } from '../../deck/settings.ts'
import { recall, remember } from '../storage.ts'

const themes: readonly Theme[] = ['zhu', 'mo', 'su']
const remembered = 'study-deck theme'

/** Goes from one theme to the next, for this session. */
export function switchThemes(): { next: () => void } {
  const { dataset } = document.documentElement
  const before = themes.find((theme) => theme === recall('sessionStorage', remembered))
  if (before) dataset['theme'] = before
  return {
    next() {
      const next = themes[(themes.indexOf(dataset['theme'] as Theme) + 1) % themes.length] ?? 'zhu'
      dataset['theme'] = next
      remember('sessionStorage', remembered, next)
    },
  }
}
