import { Worker } from 'node:worker_threads'

/** Counts the seconds behind a line. The work leaves this thread no time for it, so another one does. */
const clock = `
  const { workerData: line } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  let seconds = 0
  setInterval(() => writeSync(2, '\\r\\x1b[K' + line + ' ' + ++seconds + ' s'), 1000)
`

/**
 * Does a work and says on a terminal how long it has taken, from the first second on; elsewhere nothing.
 *
 * @param line what is worked on
 */
export async function whileWaiting<T>(
  line: string,
  work: () => Promise<T>,
  terminal: NodeJS.WriteStream = process.stderr,
): Promise<T> {
  if (!terminal.isTTY) return work()
  const worker = new Worker(clock, { eval: true, workerData: line })
  const start = performance.now()
  try {
    return await work()
  } finally {
    await worker.terminate()
    if (performance.now() - start >= 1000) terminal.write('\r\x1b[K')
  }
}
