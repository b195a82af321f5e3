import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type EditedFile, type EditedSlide, openState, partsOf, setLayout } from '../../edit/index.ts'
import { type OfferedLayout, offered, offeredLayouts } from '../../layouts/offered.ts'
import { act, current, currentFile, currentNumber, currentSlide, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { pictureOfText, shownOnSlides } from '../model/pictures.ts'
import { SlidePicture } from './slide-picture.tsx'

/** CSS pixels. */
const width = 84
/** Milliseconds that a slide is looked at before the pictures of its other layouts are made. */
const patience = 250

/** Those that are told by their pictures. */
const shown = offeredLayouts.filter((layout) => offered[layout])

/** The pictures of the slide that is shown, by layout. */
const pictures = new Map(shown.map((layout) => [layout, signal<readonly string[] | null>(null)]))

/** How this slide would look in each layout, to be chosen from. */
export function Layouts() {
  const slide = currentSlide.value
  const file = currentFile.value
  const id = current.value
  useEffect(() => {
    for (const picture of pictures.values()) picture.value = null
    const timer = setTimeout(() => {
      if (!slide || !file) return
      for (const layout of shown) {
        const into = pictures.get(layout)
        const text = textWith(slide, file, layout)
        if (into && text !== null) pictureOfText(text, file, into)
      }
    }, patience)
    return () => clearTimeout(timer)
  }, [slide])
  if (!slide || !file) return null
  const { classes, parts } = partsOf(slide, file)
  if (!parts.some(({ kind }) => kind === 'point')) return null
  if (classes.some((name) => name === 'agenda' || name === 'title')) return null
  const own = shown.find((layout) => layout !== '' && classes.includes(layout)) ?? ''
  return (
    <fieldset class="layouts">
      <legend>{say.slide.layout}</legend>
      {shown.map((layout) => {
        const html = pictures.get(layout)?.value?.[0]
        return (
          <label key={layout} class={layout === own ? 'chosen' : ''}>
            <input
              type="radio"
              name="layout"
              checked={layout === own}
              onChange={() => act((state) => setLayout(state, id, layout))}
            />
            <span class="layout-picture">
              {html !== undefined && shownOnSlides.value && (
                <SlidePicture
                  html={html}
                  shown={shownOnSlides.value}
                  width={width}
                  number={currentNumber.value}
                  total={slides.value.length}
                  section=""
                />
              )}
            </span>
            {say.slide.layouts[layout]}
          </label>
        )
      })}
    </fieldset>
  )
}

/** The slide's Markdown in another layout; null where it can't have that. */
function textWith(slide: EditedSlide, file: EditedFile, layout: OfferedLayout): string | null {
  const deck = { ...openState(new Map()), files: [{ ...file, slides: [slide] }] }
  return setLayout(deck, slide.id, layout).files[0]?.slides[0]?.text ?? null
}
