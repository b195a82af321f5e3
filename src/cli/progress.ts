/** A line on a terminal that says how far a long work is; elsewhere nothing. */
export interface Progress {
  /** One step is done, and this comes next. */
  readonly next: (what: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

const width = 24

/**
 * @param steps how many there are
 * @param terminal where the line is written, on its own line, which it keeps rewriting
 */
export function showProgress(steps: number, terminal: NodeJS.WriteStream = process.stderr): Progress {
  if (!terminal.isTTY) return { next: () => {}, end: () => {} }
  let done = -1
  return {
    next: (what) => {
      done = Math.min(done + 1, steps)
      const full = Math.round((done / steps) * width)
      terminal.write(`\r\x1b[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${steps} ${what}`)
    },
    end: () => terminal.write('\r\x1b[K'),
  }
}
