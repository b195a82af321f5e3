import { type Colour, contrast, luminance, mix, nearest, readable } from './colour.ts'
import { type Palette, palettes, type Theme } from './palettes.ts'

/** The colours that an office gives; the others follow from these and from the theme that it starts from. */
export type OfficeColour = 'paper' | 'ink' | 'accent' | 'accent2'
export const officeColours: readonly OfficeColour[] = ['paper', 'ink', 'accent', 'accent2']

/** A face of ours, or one that the computer which shows the deck has. */
export type FontChoice = { readonly embedded: 'sans' | 'serif' } | { readonly system: string }
export type Cover = 'frame' | 'full' | 'paper'
export type Divider = 'full' | 'paper'
export type FooterItem = 'logo' | 'unit' | 'date' | 'marking' | 'title' | 'number'

/** What an office's theme says; tokens only, so that what is measured and what is read stay provable. */
export interface OfficeTheme {
  readonly name: string | undefined
  readonly base: Theme
  readonly palette: Palette
  readonly fonts: { readonly heading?: FontChoice; readonly text?: FontChoice }
  readonly cover: Cover
  readonly divider: Divider
  /** What stands at the left, in the middle and at the right of a slide's foot. */
  readonly footer: readonly (readonly FooterItem[])[] | undefined
  /** A picture beside the theme's file. */
  readonly logo: string | undefined
}

/** A colour that text could not be read in, and the one that was taken. */
export interface Replaced {
  readonly name: OfficeColour
  readonly written: Colour
  readonly contrast: number
  readonly taken: Colour
}

/** Black or white can be read at 7:1 on light paper and on dark paper, but not on what lies between. */
function readablePaper(paper: Colour): Colour {
  const [onBlack, onWhite] = [nearest(paper, ['#000000'], 9), nearest(paper, ['#ffffff'], 9)]
  if (contrast(paper, '#000000') >= 9 || contrast(paper, '#ffffff') >= 9) return paper
  return luminance(paper) > 0.18 ? onBlack : onWhite
}

/**
 * A palette of an office's own colours. Every text in it is read at 7:1 on what it stands on: a colour that is not is
 * replaced by the nearest of its hue that is.
 */
export function officePalette(
  base: Theme,
  wanted: Partial<Readonly<Record<OfficeColour, Colour>>>,
): { readonly palette: Palette; readonly replaced: readonly Replaced[] } {
  const replaced: Replaced[] = []
  const own = palettes[base]
  const paper = readablePaper(wanted.paper ?? own.paper)
  if (wanted.paper && paper !== wanted.paper)
    replaced.push({
      name: 'paper',
      written: wanted.paper,
      contrast: Math.max(contrast(wanted.paper, '#000000'), contrast(wanted.paper, '#ffffff')),
      taken: paper,
    })
  const scheme = contrast(paper, '#000000') >= contrast(paper, '#ffffff') ? 'light' : 'dark'
  const end: Colour = scheme === 'light' ? '#000000' : '#ffffff'
  // Boxes are a little nearer to the ink than the paper, as far as ink is still read on them.
  const tint = mix(paper, wanted.accent ?? wanted.accent2 ?? own.gold, 0.08)
  const boxes = wanted.paper || wanted.accent || wanted.accent2 ? tint : own.surface
  const surface = nearest(boxes, [end], 8)
  const grounds = [paper, surface]
  const text = (colour: Colour, name?: OfficeColour): Colour => {
    const taken = nearest(colour, grounds)
    if (name && taken !== colour && wanted[name])
      replaced.push({
        name,
        written: colour,
        contrast: Math.min(...grounds.map((ground) => contrast(colour, ground))),
        taken,
      })
    return taken
  }
  const ink = text(wanted.ink ?? own.ink, 'ink')
  const accent = text(wanted.accent ?? own.accent, 'accent')
  const gold = text(wanted.accent2 ?? own.gold, 'accent2')
  const glow = nearest(wanted.accent ? coverOf(wanted.accent, scheme) : own['cover-glow'], ['#ffffff'], 9)
  const isOwnCover = !wanted.accent && contrast(own['cover-ink'], own['cover']) >= readable
  const cover = isOwnCover ? own.cover : mix(glow, '#000000', 0.12)
  const shown = isOwnCover ? own['cover-glow'] : glow
  const onCover = (colour: Colour): Colour => nearest(colour, [cover, shown])
  const code = (name: 'code-keyword' | 'code-string' | 'code-comment' | 'code-name'): Colour =>
    nearest(own[name], [surface])
  return {
    replaced,
    palette: {
      scheme,
      paper,
      surface,
      ink,
      muted: text(mix(ink, paper, 0.28)),
      heading: wanted.accent ? accent : text(own.heading),
      accent,
      gold,
      line: mix(
        paper,
        wanted.accent ?? wanted.accent2 ?? own.line,
        wanted.accent || wanted.accent2 ? 0.35 : 0.6,
      ),
      cover,
      'cover-glow': shown,
      'cover-ink': onCover(isOwnCover ? own['cover-ink'] : '#ffffff'),
      'cover-gold': onCover(wanted.accent2 ?? own['cover-gold']),
      'code-keyword': code('code-keyword'),
      'code-string': code('code-string'),
      'code-comment': code('code-comment'),
      'code-name': code('code-name'),
    },
  }
}

/** Covers are of the accent; in a dark theme hardly. */
function coverOf(accent: Colour, scheme: 'light' | 'dark'): Colour {
  return scheme === 'light' ? accent : mix(accent, '#000000', 0.8)
}
