import { useComputed } from '@preact/signals'
import { speakingTime } from '../../deck/speaking-time.ts'
import { partsOf } from '../../edit/index.ts'
import { settings, slides, state } from '../model/deck.ts'
import { say } from '../model/language.ts'

/** How much there is, and that all of it stays here. */
export function Status() {
  const minutes = useComputed(() => {
    const said = new Set<string>()
    for (const file of state.value?.files ?? [])
      for (const slide of file.slides) {
        const text = partsOf(slide, file)
          .notes.map((note) => note.text)
          .join('\n')
        if (text) said.add(text)
      }
    const seconds = [...said].reduce((sum, text) => sum + speakingTime(text, settings.value), 0)
    return Math.max(1, Math.round(seconds / 60))
  })
  return (
    <footer class="status">
      <span>{say.status.slides(slides.value.length)}</span>
      <span>{say.status.minutes(minutes.value)}</span>
      <span class="room" />
      <span>{say.status.local}</span>
    </footer>
  )
}
