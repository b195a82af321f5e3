import { addSlide, mergeWithNext, partsOf, splitSlide } from '../../edit/index.ts'
import { act, choose, current, currentFile, currentSlide, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { askForPicture } from './picture-dialog.tsx'
import * as strip from './strip-keys.ts'

/** What can be done with the slide that is shown. */
export function SlideTools() {
  const slide = currentSlide.value
  const file = currentFile.value
  if (!slide || !file) return null
  const id = current.value
  const { parts } = partsOf(slide, file)
  const points = parts.flatMap(({ kind, depth }, i) => (kind === 'point' && depth === 0 ? [i] : []))
  const middle = points[Math.ceil(points.length / 2)]
  const isLast = slides.value.at(-1)?.id === id
  return (
    <div class="slide-tools" role="toolbar" aria-label={say.strip.menu}>
      <button
        type="button"
        onClick={() => {
          act((state) => addSlide(state, id))
          const added = slides.value[slides.value.findIndex((one) => one.id === id) + 1]
          if (added) choose(added.id)
        }}
      >
        ＋ {say.strip.add}
      </button>
      <button type="button" onClick={strip.duplicate}>
        {say.strip.duplicate}
      </button>
      <button
        type="button"
        disabled={points.length < 2 || middle === undefined}
        onClick={() => middle !== undefined && act((state) => splitSlide(state, id, middle))}
      >
        {say.slide.splitSlide}
      </button>
      <button type="button" disabled={isLast} onClick={() => act((state) => mergeWithNext(state, id))}>
        {say.slide.merge}
      </button>
      <button type="button" onClick={() => askForPicture()}>
        {say.slide.insertPicture}
      </button>
      <button type="button" onClick={strip.remove}>
        {say.strip.remove}
      </button>
    </div>
  )
}
