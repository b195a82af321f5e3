import '../styles/presenter.css'
import { createLink } from '../link/link.ts'
import { keepPlace } from '../link/place.ts'
import { printSlides } from '../paper/print-slides.ts'
import { keepAwake } from '../wake-lock.ts'
import { blockedDialog } from './blocked.ts'
import { presentFull } from './full-screen.ts'
import { helpSheet } from './help.ts'
import { hint } from './hint.ts'
import { type Binding, bindKeys } from './keys.ts'
import { overviewPlace } from './overview-place.ts'
import { startReveal } from './reveal.ts'
import { switchThemes } from './theme.ts'
import { toolbar } from './toolbar.ts'
import { presenterTools } from './tools.ts'
import { otherViews } from './views.ts'

/** The slides on the wall, driven by reveal.js. */
export async function showDeck(): Promise<void> {
  const deck = await startReveal()
  const link = createLink('wall')
  keepPlace(deck, link.shared, 2)
  const speakerHere = (): void => location.assign(link.otherAddress())
  const bindings: Binding[] = [
    ...presenterTools(deck, link.shared, document.body),
    { keys: ['s'], label: 'speaker', act: () => link.open() || blocked.open() },
    { keys: ['v'], label: 'speakerHere', act: speakerHere },
    { keys: ['t'], label: 'theme', act: switchThemes().next },
    { keys: ['?', 'F1'], label: 'help', act: () => help.open() },
  ]
  const help = helpSheet(bindings, otherViews())
  const blocked = blockedDialog(link)
  bindKeys(bindings)
  toolbar(bindings)
  hint(deck)
  presentFull(deck)
  overviewPlace(deck)
  printSlides(deck)
  keepAwake()
}
