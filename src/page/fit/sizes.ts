/** Other headings than the slide's own, by their level: src/client/styles/slide.css. Lengths in CSS pixels. */
export const headingSizes: Readonly<Record<string, number>> = {
  h1: 54,
  h2: 47,
  h3: 47,
  h4: 40,
  h5: 40,
  h6: 40,
}
/** No text that is meant for the back row is smaller. */
export const smallest = 30
/**
 * Of decks that were written for other programs, so that what their authors put on one slide stays there: Marp's own type
 * is 28 of these pixels, Slidev's about 22, and style sheets of reveal.js's decks often make theirs smaller.
 */
export const smallestElsewhere = 24
/** Of program text, footnotes and what an author calls small; program text is smaller where `smallestElsewhere` counts. */
export const smallPrint = 24
export const tallestPicture = 420
/** None is made lower for what stands beside it. */
export const smallestPicture = 60
