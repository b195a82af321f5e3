import type { DeckSettings, ShownSettings } from '../../deck/settings.ts'
import { slideSize } from '../../deck/slide-size.ts'
import { type Colour, contrast } from '../../theme/colour.ts'
import { footOf } from '../../theme/foot.ts'
import type { Cover, Divider, FooterItem, OfficeTheme } from '../../theme/office.ts'
import { type Palette, palettes } from '../../theme/palettes.ts'
import { familyNames } from '../embedded-fonts.ts'
import { type Faces, windowsFaces } from '../windows-faces.ts'

/** The colours of a design as its theme names them: whoever changes the theme changes every slide. */
export type Slot =
  | 'bg1'
  | 'tx1'
  | 'bg2'
  | 'tx2'
  | 'accent1'
  | 'accent2'
  | 'accent3'
  | 'accent4'
  | 'accent5'
  | 'accent6'

/** What each colour of ours is in the theme. */
export const slots = {
  paper: 'bg1',
  ink: 'tx1',
  surface: 'bg2',
  heading: 'tx2',
  accent: 'accent1',
  gold: 'accent2',
  line: 'accent3',
  muted: 'accent4',
  cover: 'accent5',
  coverGold: 'accent6',
} as const satisfies Readonly<Record<string, Slot>>

/** How a deck looks in PowerPoint. */
export interface Design {
  readonly name: string
  readonly palette: Palette
  readonly heading: Faces
  readonly text: Faces
  readonly mono: Faces
  readonly width: number
  readonly height: number
  readonly ratio: NonNullable<DeckSettings['ratio']>
  readonly cover: Cover
  readonly divider: Divider
  /** What a slide's foot says, at the left, in the middle and at the right. */
  readonly foot: readonly (readonly FooterItem[])[]
  /** What the deck tells of itself; '' for nothing. */
  readonly told: Readonly<Record<'unit' | 'date' | 'marking' | 'title', string>>
  /** Its size at the foot; null for none. */
  readonly logo: { readonly width: number; readonly height: number } | null
  /** The colour in which a cover's title is read. */
  readonly coverInk: Slot
  /** Of the boxes that words stand on, and of words said in passing; in a template's colours not every one will do. */
  readonly surface: Slot
  readonly muted: Slot
  /** Of words that stand on the slide itself, and on the ground of a box. */
  readonly ink: Slot
  readonly surfaceInk: Slot
  /** Of what stands out, and of words on a band of that colour; of the second of two things; of the words at a head. */
  readonly accent: Slot
  readonly onAccent: Slot
  readonly gold: Slot
  readonly headingInk: Slot
}

/** Of a file that carries its fonts. */
const carried = {
  sans: { latin: familyNames.sans, ideographs: familyNames.sans },
  serif: { latin: familyNames.serif, ideographs: familyNames.serif },
} as const

/**
 * The design of a deck: its own theme, or that of its office.
 *
 * @param told the deck's title, and the size of its logo as it is; whether the file carries its fonts
 */
export function designOf(
  settings: ShownSettings,
  office: OfficeTheme | null,
  {
    title,
    logo,
    carriesFonts,
  }: { readonly title: string; readonly logo: Design['logo']; readonly carriesFonts: boolean },
): Design {
  const { lang = 'zh-CN', theme = 'zhu', ratio = '16:9', unit = '', date = '', marking = '' } = settings
  const { mono, ...own } = windowsFaces(lang)
  const { sans, serif } = carriesFonts ? carried : own
  const chosen = (role: 'heading' | 'text', usual: Faces): Faces => {
    const choice = office?.fonts[role]
    if (!choice) return usual
    if ('embedded' in choice) return choice.embedded === 'sans' ? sans : serif
    return { latin: usual.latin, ideographs: choice.system }
  }
  const palette = office?.palette ?? palettes[theme]
  const [paper, ink] = [palette.paper, palette.ink]
  const onCover = (colour: Colour): number => contrast(colour, palette.cover)
  return {
    name: office?.name ?? `study-deck ${theme}`,
    palette,
    heading: chosen('heading', serif),
    text: chosen('text', sans),
    mono,
    ...slideSize(ratio),
    ratio,
    cover: office?.cover ?? 'frame',
    divider: office?.divider ?? 'full',
    foot: footOf(settings),
    told: { unit, date, marking, title },
    logo: logo && shownLogo(logo),
    coverInk: onCover(paper) > onCover(ink) ? slots.paper : slots.ink,
    surface: slots.surface,
    muted: slots.muted,
    ink: slots.ink,
    surfaceInk: slots.ink,
    accent: slots.accent,
    onAccent: slots.paper,
    gold: slots.gold,
    headingInk: slots.heading,
  }
}

/** As the page shows a logo: no higher than this, and a long one no wider than it leaves room beside it. */
function shownLogo({ width, height }: NonNullable<Design['logo']>): Design['logo'] {
  const share = Math.min(34 / height, 240 / width)
  return { width: width * share, height: height * share }
}
