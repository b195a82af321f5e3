import type { Colour } from './colour.ts'

/** Every colour of a theme; the style sheets know them by these names. */
export interface Palette {
  readonly scheme: 'light' | 'dark'
  /** What slides stand on, and boxes on them. */
  readonly paper: Colour
  readonly surface: Colour
  /** Text; `muted` where it is said in passing. */
  readonly ink: Colour
  readonly muted: Colour
  readonly heading: Colour
  readonly accent: Colour
  /** The second accent. */
  readonly gold: Colour
  readonly line: Colour
  /** Covers and dividers, lighter in their middle. */
  readonly cover: Colour
  readonly 'cover-glow': Colour
  readonly 'cover-ink': Colour
  readonly 'cover-gold': Colour
  readonly 'code-keyword': Colour
  readonly 'code-string': Colour
  readonly 'code-comment': Colour
  readonly 'code-name': Colour
}

const codeOnLight = {
  'code-keyword': '#8a1016',
  'code-string': '#1c5a2d',
  'code-comment': '#4c4f55',
  'code-name': '#1d3f7a',
} as const
const codeOnDark = {
  'code-keyword': '#f5a68e',
  'code-string': '#a5d6a7',
  'code-comment': '#b8b2a6',
  'code-name': '#9cc4f5',
} as const

/** The themes that come with study-deck. Text is read on everything that it stands on at 7:1; a test holds it. */
export const palettes = {
  /** 朱: vermilion and gold on warm paper, for official study. */
  zhu: {
    scheme: 'light',
    paper: '#fffcf5',
    surface: '#fbf2df',
    ink: '#231a17',
    muted: '#57463e',
    heading: '#97131a',
    accent: '#9e1219',
    gold: '#6d4700',
    line: '#dcbf85',
    cover: '#780c12',
    'cover-glow': '#8d1218',
    'cover-ink': '#fff4da',
    'cover-gold': '#fbdc98',
    ...codeOnLight,
    'code-keyword': '#97131a',
    'code-comment': '#57463e',
  },
  /** 墨: ink, for dark rooms and bright screens. */
  mo: {
    scheme: 'dark',
    paper: '#15181d',
    surface: '#20252d',
    ink: '#f3eee3',
    muted: '#c9c2b4',
    heading: '#f5e1b0',
    accent: '#f39a80',
    gold: '#e6c27a',
    line: '#565b64',
    cover: '#0d0f12',
    'cover-glow': '#1a1e25',
    'cover-ink': '#f8efdc',
    'cover-gold': '#e6c27a',
    ...codeOnDark,
  },
  /** 素: plain paper; prints well. */
  su: {
    scheme: 'light',
    paper: '#ffffff',
    surface: '#f3f4f6',
    ink: '#1a1a1a',
    muted: '#4c4f55',
    heading: '#111418',
    accent: '#1d4a78',
    gold: '#1d4a78',
    line: '#b9bfc8',
    cover: '#ffffff',
    'cover-glow': '#ffffff',
    'cover-ink': '#111418',
    'cover-gold': '#1d4a78',
    ...codeOnLight,
  },
  /** 青: blue-grey with brass, for government work. */
  qing: {
    scheme: 'light',
    paper: '#f9fbfc',
    surface: '#ebf0f4',
    ink: '#17202a',
    muted: '#44505c',
    heading: '#173a5c',
    accent: '#1d4b78',
    gold: '#5d4a1a',
    line: '#b4c3d0',
    cover: '#14324e',
    'cover-glow': '#193c5a',
    'cover-ink': '#f3f7fa',
    'cover-gold': '#e0cb96',
    ...codeOnLight,
  },
  /** 青夜: the same for dark rooms. */
  'qing-dark': {
    scheme: 'dark',
    paper: '#131b24',
    surface: '#1d2833',
    ink: '#edf2f7',
    muted: '#bccad7',
    heading: '#cfe1f2',
    accent: '#94c3ee',
    gold: '#dcc58c',
    line: '#516273',
    cover: '#0b131b',
    'cover-glow': '#162433',
    'cover-ink': '#edf4fa',
    'cover-gold': '#dcc58c',
    ...codeOnDark,
  },
  /** 松: pine green on pale paper, for work among people and the land. */
  song: {
    scheme: 'light',
    paper: '#fafbf7',
    surface: '#edf2e8',
    ink: '#18201a',
    muted: '#455146',
    heading: '#17452f',
    accent: '#1c5139',
    gold: '#5b4b14',
    line: '#b9c9b3',
    cover: '#123a29',
    'cover-glow': '#174530',
    'cover-ink': '#f4f8ee',
    'cover-gold': '#e5d196',
    ...codeOnLight,
  },
  /** 松夜: the same for dark rooms. */
  'song-dark': {
    scheme: 'dark',
    paper: '#121a15',
    surface: '#1c2720',
    ink: '#eff4eb',
    muted: '#bfccbf',
    heading: '#d3e7d0',
    accent: '#95d3a8',
    gold: '#dec787',
    line: '#506253',
    cover: '#0a110d',
    'cover-glow': '#15221a',
    'cover-ink': '#eff6ea',
    'cover-gold': '#dec787',
    ...codeOnDark,
  },
  /** 白: the highest contrast, for weak projectors, bright rooms and weak eyes. */
  bai: {
    scheme: 'light',
    paper: '#ffffff',
    surface: '#f0f0f0',
    ink: '#000000',
    muted: '#262626',
    heading: '#000000',
    accent: '#7d0009',
    gold: '#00337a',
    line: '#595959',
    cover: '#000000',
    'cover-glow': '#000000',
    'cover-ink': '#ffffff',
    'cover-gold': '#ffe066',
    'code-keyword': '#7d0009',
    'code-string': '#00451a',
    'code-comment': '#262626',
    'code-name': '#00337a',
  },
  /** 白夜: the same, light on black. */
  'bai-dark': {
    scheme: 'dark',
    paper: '#000000',
    surface: '#1c1c1c',
    ink: '#ffffff',
    muted: '#e0e0e0',
    heading: '#ffffff',
    accent: '#ffe066',
    gold: '#9fd0ff',
    line: '#a6a6a6',
    cover: '#000000',
    'cover-glow': '#000000',
    'cover-ink': '#ffffff',
    'cover-gold': '#ffe066',
    'code-keyword': '#ffb3a0',
    'code-string': '#b4e8b8',
    'code-comment': '#e0e0e0',
    'code-name': '#9fd0ff',
  },
} as const satisfies Readonly<Record<string, Palette>>

export type Theme = keyof typeof palettes
export const themes = Object.keys(palettes) as readonly Theme[]

export type ColourName = Exclude<keyof Palette, 'scheme'>
/** The text of a palette by what it stands on. */
export const textPairs: readonly (readonly [ColourName, ColourName])[] = [
  ...(['ink', 'muted', 'heading', 'accent', 'gold'] as const).flatMap(
    (name) =>
      [
        [name, 'paper'],
        [name, 'surface'],
      ] as const,
  ),
  ['paper', 'heading'],
  ['paper', 'accent'],
  ...(['cover-ink', 'cover-gold'] as const).flatMap(
    (name) =>
      [
        [name, 'cover'],
        [name, 'cover-glow'],
      ] as const,
  ),
  ...(['code-keyword', 'code-string', 'code-comment', 'code-name'] as const).map(
    (name) => [name, 'surface'] as const,
  ),
]

/** What people call the themes. */
const names: Readonly<Record<Theme, readonly string[]>> = {
  zhu: ['朱', '朱红'],
  mo: ['墨', '墨色'],
  su: ['素', '素色'],
  qing: ['青', '青色'],
  'qing-dark': ['青夜'],
  song: ['松', '松绿'],
  'song-dark': ['松夜'],
  bai: ['白', '白色'],
  'bai-dark': ['白夜'],
}

const known = new Map(
  themes.flatMap((theme) => [theme, ...names[theme]].map((name) => [name, theme] as const)),
)

/** The theme that a name means; undefined where it is none of ours. */
export function themeNamed(name: string): Theme | undefined {
  const written = name.normalize('NFKC').trim().toLowerCase()
  const dark = /^(.*?)(?<![\s·(-])[\s·(-]*(?:深色?|暗色?|夜|dark)\)?$/u.exec(written)?.[1]
  const base = dark === undefined ? undefined : known.get(dark)
  return known.get(written) ?? themes.find((theme) => theme === `${base}-dark`)
}

/** The name by which a person knows a theme. */
export function themeName(theme: Theme): string {
  return names[theme][0] ?? theme
}

/** The same theme for the other room: dark for light, light for dark. */
const opposites: Readonly<Record<Theme, Theme>> = {
  zhu: 'mo',
  mo: 'zhu',
  su: 'mo',
  qing: 'qing-dark',
  'qing-dark': 'qing',
  song: 'song-dark',
  'song-dark': 'song',
  bai: 'bai-dark',
  'bai-dark': 'bai',
}

/** The themes among which a deck is switched while it is shown: its own, its opposite, and plain paper. */
export function themesToSwitch(own: string): readonly string[] {
  const ours = themes.find((theme) => theme === own)
  // An office's own theme has none for the other room.
  return [...new Set([own, ours ? opposites[ours] : 'mo', own === 'su' ? 'zhu' : 'su'])]
}
