import type { RevealApi } from 'reveal.js'
import type { Theme } from '../../deck/settings.ts'

const themes: readonly Theme[] = ['zhu', 'mo', 'su']
const remembered = 'study-deck theme'

/** What was chosen in this session; a page opened from a file may have no storage. */
function recall(): string | null {
  try {
    return sessionStorage.getItem(remembered)
  } catch {
    return null
  }
}

function remember(theme: Theme): void {
  try {
    sessionStorage.setItem(remembered, theme)
  } catch {
    // It then holds until the page is closed.
  }
}

/** The T key goes from one theme to the next. */
export function switchThemes(deck: RevealApi): void {
  const { dataset } = document.documentElement
  const before = themes.find((theme) => theme === recall())
  if (before) dataset['theme'] = before
  deck.addKeyBinding({ keyCode: 84, key: 'T', description: 'Next theme' }, () => {
    const next = themes[(themes.indexOf(dataset['theme'] as Theme) + 1) % themes.length] ?? 'zhu'
    dataset['theme'] = next
    remember(next)
  })
}
