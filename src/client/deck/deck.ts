import '../styles/presenter.css'
import { createLink } from '../link/link.ts'
import { keepPlace } from '../link/place.ts'
import { keepAwake } from '../wake-lock.ts'
import { helpSheet } from './help.ts'
import { type Binding, bindKeys } from './keys.ts'
import { startReveal } from './reveal.ts'
import { switchThemes } from './theme.ts'
import { toolbar } from './toolbar.ts'
import { presenterTools } from './tools.ts'

/** The slides on the wall, driven by reveal.js. */
export async function showDeck(): Promise<void> {
  const deck = await startReveal()
  const link = createLink('wall')
  keepPlace(deck, link.shared, 2)
  const speakerHere = (): void => location.assign(link.otherAddress())
  const bindings: Binding[] = [
    ...presenterTools(deck, link.shared, document.body),
    // Where no second window may open, the speaker view comes in this one.
    { keys: ['s'], label: 'speaker', act: () => link.open() || speakerHere() },
    { keys: ['v'], label: 'speakerHere', act: speakerHere },
    { keys: ['t'], label: 'theme', act: switchThemes().next },
    { keys: ['?', 'F1'], label: 'help', act: () => help.open() },
  ]
  const help = helpSheet(bindings)
  bindKeys(bindings)
  toolbar(bindings)
  keepAwake()
}
