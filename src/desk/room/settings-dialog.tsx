import type { Ratio } from '../../deck/settings.ts'
import { addFile, imprintOnCover, setImprint, setSetting } from '../../edit/index.ts'
import { type Palette, palettes, themes } from '../../theme/palettes.ts'
import { act, officeTheme, settings, state } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { Dialog } from './dialog.tsx'
import { FileField } from './file-field.tsx'

const texts = ['title', 'unit', 'date', 'marking'] as const
const isImprint = (name: (typeof texts)[number]) => name === 'unit' || name === 'date'
const numbers = ['duration', 'pace'] as const
const ratios: readonly Ratio[] = ['16:9', '4:3', 'A4', '9:16']

/** The deck's settings as a form; each is kept as soon as it is changed. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const now = settings.value
  const set = (name: Parameters<typeof setSetting>[1], value: Parameters<typeof setSetting>[2]): void =>
    act((state) => setSetting(state, name, value), null)
  const setText = (name: (typeof texts)[number], value: string | null): void =>
    isImprint(name) ? act((state) => setImprint(state, name, value), null) : set(name, value)
  const shown = (name: (typeof texts)[number]): string =>
    now[name] ?? (isImprint(name) && state.value ? imprintOnCover(state.value, name) : '')
  const names = say.settings.names
  const office = officeTheme.value
  const addLogo = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    act((state) => {
      const { state: added, name } = addFile(state, { name: file.name, bytes })
      return setSetting(added, 'logo', name)
    }, null)
  }
  return (
    <Dialog title={say.settings.title} onClose={onClose}>
      <form class="settings" onSubmit={(event) => event.preventDefault()}>
        {texts.map((name) => (
          <label key={name}>
            <span>{names[name]}</span>
            <input
              type="text"
              value={shown(name)}
              onChange={(event) => setText(name, event.currentTarget.value.trim() || null)}
            />
          </label>
        ))}
        <div class="field">
          <span>{names.logo}</span>
          <span class="logo">
            {now.logo ?? say.settings.noLogo}
            <FileField accept="image/*" onFile={(file) => void addLogo(file)}>
              {say.settings.chooseLogo}
            </FileField>
            {now.logo && (
              <button type="button" onClick={() => set('logo', null)}>
                {say.settings.removeLogo}
              </button>
            )}
          </span>
        </div>
        <fieldset class="themes">
          <legend>{names.theme}</legend>
          {office && (
            <ThemeChoice
              name={office.name ?? say.settings.officeTheme}
              palette={office.palette}
              isChosen={now.theme === undefined}
              onChoose={() => set('theme', null)}
            />
          )}
          {themes.map((theme) => (
            <ThemeChoice
              key={theme}
              name={say.settings.themes[theme]}
              palette={palettes[theme]}
              isChosen={(now.theme ?? (office ? null : 'zhu')) === theme}
              onChoose={() => set('theme', theme)}
            />
          ))}
        </fieldset>
        <fieldset class="ratios">
          <legend>{names.ratio}</legend>
          {ratios.map((ratio) => (
            <label key={ratio}>
              <input
                type="radio"
                name="ratio"
                checked={(now.ratio ?? '16:9') === ratio}
                onChange={() => set('ratio', ratio)}
              />
              {ratio}
            </label>
          ))}
        </fieldset>
        {numbers.map((name) => (
          <label key={name}>
            <span>{names[name]}</span>
            <input
              type="number"
              min={1}
              value={now[name] ?? ''}
              onChange={(event) => set(name, event.currentTarget.valueAsNumber || null)}
            />
          </label>
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={now.incremental ?? false}
            onChange={(event) => set('incremental', event.currentTarget.checked)}
          />
          {names.incremental}
        </label>
        <footer>
          <button type="button" class="primary" onClick={onClose}>
            {say.settings.done}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** A theme as a small picture of itself. */
function ThemeChoice({
  name,
  palette: { paper, cover, accent, heading },
  isChosen,
  onChoose,
}: {
  readonly name: string
  readonly palette: Palette
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  return (
    <label>
      <input type="radio" name="theme" checked={isChosen} onChange={onChoose} />
      <span class="swatch" aria-hidden="true" style={{ background: paper }}>
        <i style={{ background: cover }} />
        <b style={{ color: heading }}>文</b>
        <i class="rule" style={{ background: accent }} />
      </span>
      {name}
    </label>
  )
}
