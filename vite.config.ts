import { defineConfig } from 'vitest/config'
import { studyDeck } from './src/site/plugin.ts'

export default defineConfig({
  plugins: [studyDeck({ slides: 'slides', withNotes: true })],
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000 },
})
