import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { partsOf } from '../../edit/index.ts'
import { current, currentFile, currentNumber, currentSlide, sectionOf, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { pair } from '../model/pair.ts'
import { generation, pictureOf, shownOnSlides } from '../model/pictures.ts'
import { Layouts } from './layouts.tsx'
import { type Edited, PartEditor } from './part-editor.tsx'
import { markParts } from './part-elements.ts'
import { Parts } from './parts.tsx'
import { SlidePicture, sizeOf } from './slide-picture.tsx'
import { SlideTools } from './slide-tools.tsx'

/** The slide as on the wall, to be edited in place. */
export function Stage() {
  const frame = useRef<HTMLDivElement>(null)
  const room = useSignal({ width: 640, height: 400 })
  const edited = useSignal<Edited | null>(null)
  const page = useSignal(0)
  const shownSlide = useRef<HTMLElement | null>(null)
  const id = current.value
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) room.value = { width: entry.contentRect.width, height: entry.contentRect.height }
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    edited.value = null
    page.value = 0
  }, [id])
  const showPair = (): void => {
    const part = pair.value
    for (const element of shownSlide.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])
      element.toggleAttribute('data-pair', part !== null && element.dataset['part'] === String(part))
  }
  useSignalEffect(showPair)
  void generation.value
  const slide = currentSlide.value
  const file = currentFile.value
  const shown = shownOnSlides.value
  const pages = slide && file ? pictureOf(slide, file).value : null
  const html = pages?.[Math.min(page.value, pages.length - 1)]
  const [full, tall] = sizeOf(shown?.ratio ?? '16:9')
  const width = Math.max(240, Math.floor(Math.min(room.value.width, (room.value.height * full) / tall)))

  const partAt = (event: Event): HTMLElement | null => {
    const path = event.composedPath()
    const found = path.find((node) => node instanceof HTMLElement && node.dataset['part'] !== undefined)
    return found instanceof HTMLElement ? found : null
  }
  const edit = (element: HTMLElement): void => {
    const frameBox = frame.current?.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    const part = Number(element.dataset['part'])
    const kind = slide && file && partsOf(slide, file).parts[part]?.kind
    if (!frameBox || kind === 'table' || kind === 'picture' || kind === 'other') return
    edited.value = {
      part,
      box: {
        left: box.left - frameBox.left,
        top: box.top - frameBox.top,
        width: box.width,
        height: box.height,
      },
      size: (Number.parseFloat(getComputedStyle(element).fontSize) * width) / full,
    }
  }
  return (
    <main class="stage" id="stage">
      <div class="stage-frame" ref={frame} style={{ aspectRatio: `${full} / ${tall}` }}>
        {slide && file && shown && html !== undefined ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: what a pointer does here, the list below does by keys
          <div
            class="stage-slide"
            role="presentation"
            onClick={(event) => {
              const element = partAt(event)
              if (element) edit(element)
            }}
            onPointerOver={(event) => {
              const element = partAt(event)
              pair.value = element ? Number(element.dataset['part']) : null
            }}
            onPointerLeave={() => (pair.value = null)}
          >
            <SlidePicture
              html={html}
              shown={shown}
              width={width}
              number={currentNumber.value}
              total={slides.value.length}
              section={sectionOf(file)}
              onMade={(element) => {
                shownSlide.current = element
                markParts(element, partsOf(slide, file).parts)
                showPair()
              }}
            />
            {edited.value && (
              <PartEditor
                key={edited.value.part}
                edited={edited.value}
                onDone={() => (edited.value = null)}
              />
            )}
          </div>
        ) : (
          <div class="stage-empty" style={{ width: `${width}px`, height: `${(width * tall) / full}px` }}>
            {pages ? say.slide.hidden : ''}
          </div>
        )}
      </div>
      {pages && pages.length > 1 && (
        <fieldset class="pages" aria-label={say.strip.pages(pages.length)}>
          {pages.map((_, i) => (
            <button
              key={String(i)}
              type="button"
              aria-pressed={i === Math.min(page.value, pages.length - 1)}
              onClick={() => (page.value = i)}
            >
              {i + 1}
            </button>
          ))}
          <span>{say.strip.pages(pages.length)}</span>
        </fieldset>
      )}
      <SlideTools />
      <Layouts />
      <Parts />
    </main>
  )
}
