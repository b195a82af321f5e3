import { describe, expect, it } from 'vitest'
import { contrast } from '../../src/theme/colour.ts'
import { type Palette, palettes, textPairs, themes } from '../../src/theme/palettes.ts'

describe.each(themes)('the theme %s', (theme) => {
  const palette: Palette = palettes[theme]
  it.each(textPairs)('sets %s on %s at 7:1', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(7)
  })
})
