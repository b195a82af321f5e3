import { themesToSwitch } from '../../theme/palettes.ts'
import { recall, remember } from '../storage.ts'

const remembered = 'study-deck theme'

/** Goes from the deck's theme to that for the other light and to plain paper, for this session. */
export function switchThemes(): { next: () => void } {
  const { dataset } = document.documentElement
  const themes = themesToSwitch(dataset['theme'] ?? '')
  const before = themes.find((theme) => theme === recall('sessionStorage', remembered))
  if (before) dataset['theme'] = before
  return {
    next() {
      const at = themes.indexOf(dataset['theme'] ?? '')
      const next = themes[(at + 1) % themes.length]
      if (!next) return
      dataset['theme'] = next
      remember('sessionStorage', remembered, next)
    },
  }
}
