import { make } from '../element.ts'

/** The size on which slides are laid out, in CSS pixels. */
export const slideSize = { width: 1280, height: 720 }

/**
 * A slide as it looks on the wall with all its points shown, in a box that style sheets scale with `--box-scale`.
 * The elements around it are those that reveal.js has around a slide being shown, so that the deck's styles apply.
 */
export function slideBox(slide: HTMLElement, stack: HTMLElement): HTMLElement {
  const column = stack.cloneNode(false) as HTMLElement
  column.classList.add('stack', 'present')
  slide.classList.add('present')
  for (const fragment of slide.querySelectorAll('.fragment:not(.later)')) fragment.classList.add('visible')
  column.append(slide)
  const reveal = make('div', { class: 'reveal' }, make('div', { class: 'slides' }, column))
  const { backgroundColor, backgroundImage } = slide.dataset
  if (backgroundColor) reveal.style.backgroundColor = backgroundColor
  if (backgroundImage) reveal.style.backgroundImage = `url("${backgroundImage.replaceAll('"', '%22')}")`
  return make('div', { class: 'slide-box' }, reveal)
}
