import { make } from '../element.ts'
import type { SharedState } from '../link/shared.ts'

/** Black or white instead of the slide, so that the room looks at the speaker. */
export function curtain(
  shared: SharedState,
  over: HTMLElement,
): { toggle: (colour: 'black' | 'white') => void } {
  const cloth = make('div', { class: 'curtain', hidden: '' })
  cloth.addEventListener('click', () => shared.set('curtain', null))
  over.append(cloth)
  const show = (): void => {
    const colour = shared.get('curtain')
    cloth.hidden = !colour
    cloth.dataset['colour'] = colour ?? ''
  }
  shared.on('curtain', show)
  show()
  return {
    toggle: (colour) => shared.set('curtain', shared.get('curtain') === colour ? null : colour),
  }
}
