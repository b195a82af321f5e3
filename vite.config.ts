import { defineConfig } from 'vitest/config'
import { studyDeck } from './src/site/plugin.ts'

export default defineConfig({
  plugins: [studyDeck({ slides: 'slides', withNotes: true })],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser answers when the machine has time for it.
    expect: { poll: { timeout: 20_000 } },
  },
})
