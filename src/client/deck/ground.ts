import { make } from '../element.ts'

/** How many dots a side a picture is looked at with. */
const dots = 16
/** WCAG 2.2, relative luminance at which black and white stand out alike: sqrt(1.05 × 0.05) − 0.05. */
const middle = 0.179

const reading: Promise<void>[] = []

/** Settled when it is known of every slide's own background whether it is dark. */
export const groundsRead = async (): Promise<void> => void (await Promise.all(reading))

const hasGround = ({ dataset }: HTMLElement): boolean =>
  Object.keys(dataset).some((name) => /^background(?:$|Color$|Image$|Gradient$|Video$)/.test(name))

/** The background that a slide names for itself, as reveal.js has it on the wall; null where it names none. */
export function groundOf(slide: HTMLElement): HTMLElement | null {
  if (!hasGround(slide)) return null
  const { background, backgroundColor, backgroundGradient, backgroundImage } = slide.dataset
  const { backgroundSize, backgroundPosition, backgroundRepeat, backgroundOpacity } = slide.dataset
  const picture = make('div', {})
  if (backgroundImage) picture.style.backgroundImage = `url("${backgroundImage.replaceAll('"', '%22')}")`
  picture.style.backgroundSize = backgroundSize ?? 'cover'
  picture.style.backgroundPosition = backgroundPosition ?? 'center'
  picture.style.backgroundRepeat = backgroundRepeat ?? 'no-repeat'
  picture.style.opacity = backgroundOpacity ?? ''
  const ground = make('div', { class: 'ground', 'aria-hidden': 'true' }, picture)
  if (background) ground.style.background = background
  if (backgroundColor) ground.style.backgroundColor = backgroundColor
  if (backgroundGradient) ground.style.backgroundImage = backgroundGradient
  return ground
}

/** Marks a slide with a background of its own by whether that is dark: `data-on`, for the colours of what stands on it. */
export function readGround(slide: HTMLElement): void {
  const ground = slide.dataset['on'] ? null : groundOf(slide)
  if (!ground) return
  reading.push(
    luminanceOf(ground, slide).then((luminance) => {
      slide.dataset['on'] = luminance < middle ? 'dark' : 'light'
    }),
  )
}

/** The mean of what a ground paints over the paper. */
async function luminanceOf(ground: HTMLElement, slide: HTMLElement): Promise<number> {
  const canvas = make('canvas', { width: String(dots), height: String(dots) })
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) return 1
  const paint = (colour: string): void => {
    brush.fillStyle = colour
    brush.fillRect(0, 0, dots, dots)
  }
  paint(getComputedStyle(document.body).backgroundColor)
  // Only what is in the page has its colours computed.
  ground.hidden = true
  document.body.append(ground)
  const { backgroundColor, backgroundImage } = getComputedStyle(ground)
  ground.remove()
  paint(backgroundColor)
  // A gradient is the mean of its colours.
  const colours = backgroundImage.match(/(?:rgba?|color|oklch|oklab|lab|lch)\([^()]*\)/g) ?? []
  colours.forEach((colour, i) => {
    brush.globalAlpha = 1 / (i + 1)
    paint(colour)
  })
  const { backgroundImage: address, backgroundOpacity } = slide.dataset
  if (address) {
    const picture = new Image()
    picture.src = address
    await picture.decode().catch(() => undefined)
    brush.globalAlpha = Number(backgroundOpacity ?? 1) * shareOf(slide, picture)
    brush.imageSmoothingQuality = 'high'
    if (picture.naturalWidth) brush.drawImage(picture, 0, 0, dots, dots)
  }
  const { data } = brush.getImageData(0, 0, dots, dots)
  let sum = 0
  for (let i = 0; i < data.length; i += 4)
    sum += 0.2126 * linear(data[i]) + 0.7152 * linear(data[i + 1]) + 0.0722 * linear(data[i + 2])
  return sum / dots ** 2
}

/** How much of the slide a picture covers that is given a size in pixels and not repeated. */
function shareOf({ dataset, offsetWidth, offsetHeight }: HTMLElement, picture: HTMLImageElement): number {
  const width = Number(/^([\d.]+)px/.exec(dataset['backgroundSize'] ?? '')?.[1])
  const area = width * ((width * picture.naturalHeight) / picture.naturalWidth)
  const whole = (offsetWidth || 1280) * (offsetHeight || 720)
  return area > 0 && !dataset['backgroundRepeat'] ? Math.min(1, area / whole) : 1
}

const linear = (value = 0): number => (value / 255) ** 2.2

/**
 * Films behind slides as addresses without a comma, at which reveal.js would part them. Before reveal.js starts.
 */
export function unpackFilms(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('[data-background-video^="data:"]')) {
    const [head = '', body = ''] = slide.dataset['backgroundVideo']?.split(',') ?? []
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
    const film = new Blob([bytes], { type: /^data:([^;]*)/.exec(head)?.[1] ?? '' })
    slide.dataset['backgroundVideo'] = URL.createObjectURL(film)
  }
}

/** Keeps the colours of slides in step with their own backgrounds. */
export function readGrounds(): void {
  const readAll = (): void => {
    for (const slide of document.querySelectorAll<HTMLElement>('.slides > section > section'))
      readGround(slide)
  }
  document.addEventListener('study-deck:edited', readAll)
  readAll()
}
