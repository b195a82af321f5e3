/** A rectangle on a slide, in CSS pixels of a slide 720 high, as the layouts of the page count. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** English Metric Units: 914,400 to an inch, which has 96 CSS pixels. */
export const emu = (pixels: number): number => Math.round(pixels * 9525)

/** Hundredths of a point, of which an inch has 72. */
export const hundredths = (pixels: number): number => Math.round(pixels * 75)

/** Type in steps of half a point, as PowerPoint's own list offers, of what sizes it knows (ST_TextFontSize). */
export const typeSize = (pixels: number): number =>
  Math.min(400_000, Math.max(100, Math.round(pixels * 1.5) * 50))

/** Thousandths of a percent. */
export const percent = (share: number): number => Math.round(share * 100_000)
