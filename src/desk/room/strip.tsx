import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { type EditedFile, type EditedSlide, moveSlides } from '../../edit/index.ts'
import { act, choose, chosen, current, headingOf, sectionOf, slides, state } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { generation, pictureOf, shownOnSlides } from '../model/pictures.ts'
import { hasReview, isReviewing, listed, openComments, reviewOf } from '../model/review.ts'
import { isReworded } from './changed.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type MenuPlace, PopupMenu } from './popup-menu.tsx'
import { SlidePicture, sizeOf } from './slide-picture.tsx'
import { slideActions, stripKeys } from './strip-keys.ts'

/** CSS pixels. */
const width = 176
const gap = 14
const headingHeight = 30
/** So far beyond what is seen, thumbnails are made ready. */
const beyond = 400
/** So high is the menu of slides, about. */
const menuHeight = 270

interface Row {
  readonly top: number
  readonly height: number
  readonly slide: EditedSlide | null
  readonly file: EditedFile
  readonly number: number
  /** The heading of the section. */
  readonly heading: string
}

/** The deck as a column of small pictures; only those in sight are made. */
export function Strip() {
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useSignal({ top: 0, height: 800 })
  const menu = useSignal<MenuPlace | null>(null)
  const ratio = useComputed(() => shownOnSlides.value?.ratio ?? '16:9')
  const rows = useComputed<readonly Row[]>(() => {
    const [full, tall] = sizeOf(ratio.value)
    const height = Math.round((width * tall) / full) + gap
    let top = 8
    let number = 0
    const isListed = new Set(listed.value)
    return (state.value?.files ?? []).flatMap((file, i): Row[] => {
      const [first] = file.slides
      if (!file.slides.some((slide) => isListed.has(slide))) {
        number += file.slides.length
        return []
      }
      const heading = i === 0 ? say.strip.begin : first ? headingOf(first, file) : ''
      const rows: Row[] = [{ top, height: headingHeight, slide: null, file, number: 0, heading }]
      top += headingHeight
      for (const slide of file.slides) {
        number++
        if (!isListed.has(slide)) continue
        rows.push({ top, height, slide, file, number, heading })
        top += height
      }
      return rows
    })
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = (): void => {
      seen.value = { top: element.scrollTop, height: element.clientHeight }
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => observer.disconnect()
  }, [])
  // The slide that is shown is in sight.
  const id = current.value
  useEffect(() => {
    const element = scroller.current
    const row = rows.peek().find(({ slide }) => slide?.id === id)
    if (!element || !row) return
    if (row.top < element.scrollTop + 8) element.scrollTop = row.top - headingHeight - 8
    else if (row.top + row.height > element.scrollTop + element.clientHeight)
      element.scrollTop = row.top + row.height - element.clientHeight + 8
  }, [id, rows.value])
  const openMenu = (event: MouseEvent): void => {
    const thumb = event.target instanceof Element && event.target.closest('.thumb')
    const [, clicked] = /^slide-(\d+)$/.exec(thumb ? thumb.id : '') ?? []
    if (clicked === undefined) return
    event.preventDefault()
    if (!chosen.value.has(Number(clicked))) choose(Number(clicked))
    menu.value = {
      x: event.clientX,
      y: Math.min(event.clientY, innerHeight - menuHeight),
      isInWindow: true,
    }
  }
  const openMenuByKey = (event: KeyboardEvent): boolean => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return false
    const box = document.getElementById(`slide-${current.value}`)?.getBoundingClientRect()
    event.preventDefault()
    if (box) menu.value = { x: box.right, y: Math.min(box.top, innerHeight - menuHeight), isInWindow: true }
    return true
  }
  const from = seen.value.top - beyond
  const to = seen.value.top + seen.value.height + beyond
  const last = rows.value.at(-1)
  const inSight = rows.value.filter(({ top, height }) => top + height > from && top < to)
  return (
    <nav class="strip" aria-label={say.strip.label}>
      <FilterBar />
      <div
        class="strip-scroll"
        ref={scroller}
        role="listbox"
        aria-label={say.strip.label}
        aria-multiselectable="true"
        aria-activedescendant={`slide-${id}`}
        tabIndex={0}
        id="strip"
        onKeyDown={(event) => openMenuByKey(event) || stripKeys(event)}
        onContextMenu={openMenu}
      >
        <div
          class="strip-all"
          role="presentation"
          style={{ height: `${(last?.top ?? 0) + (last?.height ?? 0) + 16}px` }}
        >
          {inSight.map((row) =>
            row.slide ? (
              <Thumbnail key={row.slide.id} row={row} slide={row.slide} />
            ) : (
              <div
                key={`file ${row.file.name}`}
                class="strip-heading"
                role="presentation"
                style={{ top: `${row.top}px` }}
                title={row.heading}
              >
                {row.heading}
              </div>
            ),
          )}
        </div>
      </div>
      {menu.value && (
        <PopupMenu
          label={say.strip.menu}
          place={menu.value}
          items={slideActions()}
          onClose={() => (menu.value = null)}
        />
      )}
    </nav>
  )
}

function Thumbnail({ row, slide }: { readonly row: Row; readonly slide: EditedSlide }) {
  const element = useRef<HTMLDivElement>(null)
  const over = useSignal<'' | 'before' | 'behind'>('')
  const { id } = slide
  const isCurrent = useComputed(() => current.value === id)
  const isChosen = useComputed(() => chosen.value.has(id))
  useEffect(() => {
    const target = element.current
    if (!target) return
    const edge = (clientY: number): 'before' | 'behind' => {
      const { top, height } = target.getBoundingClientRect()
      return clientY < top + height / 2 ? 'before' : 'behind'
    }
    const ends = [
      draggable({ element: target, getInitialData: () => ({ slide: id }) }),
      dropTargetForElements({
        element: target,
        canDrop: ({ source }) => typeof source.data['slide'] === 'number',
        onDrag: ({ location }) => {
          over.value = edge(location.current.input.clientY)
        },
        onDragLeave: () => {
          over.value = ''
        },
        onDrop: ({ source, location }) => {
          over.value = ''
          const dragged = source.data['slide']
          if (typeof dragged !== 'number') return
          const moving = chosen.value.has(dragged) ? [...chosen.value] : [dragged]
          dropAt(moving, id, edge(location.current.input.clientY))
        },
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [id])
  const onClick = (event: MouseEvent): void => {
    const all = listed.value
    if (event.shiftKey) {
      const [one, other] = [current.value, id].map((wanted) => all.findIndex((slide) => slide.id === wanted))
      const [from, to] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)]
      choose(
        id,
        all.slice(Math.max(0, from), to + 1).map((slide) => slide.id),
      )
    } else if (event.ctrlKey || event.metaKey) {
      const next = new Set(chosen.value)
      if (!next.delete(id) || next.size === 0) next.add(id)
      choose(id, next)
    } else choose(id)
  }
  const heading = headingOf(slide, row.file) || say.strip.empty
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all
    <div
      ref={element}
      tabIndex={-1}
      id={`slide-${id}`}
      class={`thumb${isCurrent.value ? ' current' : ''}${isChosen.value ? ' chosen' : ''}`}
      data-over={over.value}
      role="option"
      aria-selected={isChosen.value}
      aria-current={isCurrent.value}
      aria-setsize={slides.value.length}
      aria-posinset={row.number}
      style={{ top: `${row.top}px`, height: `${row.height - gap}px` }}
      onClick={onClick}
    >
      <span class="unseen">{say.strip.slide(row.number, heading)}</span>
      <Said id={id} />
      {isReworded(slide, row.file) && (
        <span class="thumb-reworded" title={say.strip.reworded}>
          <span aria-hidden="true">✎</span>
          <span class="unseen">{say.strip.reworded}</span>
        </span>
      )}
      <span class="thumb-number" aria-hidden="true">
        {row.number}
      </span>
      <span class="thumb-picture" aria-hidden="true">
        <Picture row={row} slide={slide} heading={heading} />
      </span>
    </div>
  )
}

/** What was said of a slide, as signs in its corner. */
function Said({ id }: { readonly id: number }) {
  if (!hasReview.value && !isReviewing.value) return null
  const found = reviewOf.value.get(id)
  if (!found) return null
  const open = openComments(found)
  const signs = { unsigned: '', signed: '✓', changed: '△' }
  return (
    <span class="thumb-said">
      {signs[found.state] && (
        <span class={found.state} title={say.review.states[found.state]}>
          <span aria-hidden="true">{signs[found.state]}</span>
          <span class="unseen">{say.review.states[found.state]}</span>
        </span>
      )}
      {open > 0 && (
        <span title={say.review.open(open)}>
          <span aria-hidden="true">{open}</span>
          <span class="unseen">{say.review.open(open)}</span>
        </span>
      )}
    </span>
  )
}

function Picture({
  row,
  slide,
  heading,
}: {
  readonly row: Row
  readonly slide: EditedSlide
  readonly heading: string
}) {
  // All pictures are made anew where the deck looks otherwise.
  void generation.value
  const pages = pictureOf(slide, row.file).value
  const shown = shownOnSlides.value
  const [html] = pages ?? []
  if (!shown || html === undefined) return <span class="thumb-words">{heading}</span>
  return (
    <>
      <SlidePicture
        html={html}
        shown={shown}
        width={width}
        number={row.number}
        total={slides.value.length}
        section={sectionOf(row.file)}
      />
      {(pages?.length ?? 0) > 1 && (
        <span class="thumb-pages" title={say.strip.pages(pages?.length ?? 0)}>
          {say.strip.pageCount(pages?.length ?? 0)}
        </span>
      )}
    </>
  )
}

function dropAt(moving: readonly number[], target: number, edge: 'before' | 'behind'): void {
  const all = slides.value
  const set = new Set(moving)
  const at = all.findIndex(({ id }) => id === target)
  const behind = all.slice(0, edge === 'behind' ? at + 1 : at).findLast(({ id }) => !set.has(id))
  act((now) => moveSlides(now, moving, behind?.id ?? null))
}
