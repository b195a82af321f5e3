import { Fault } from '../../fault.ts'
import type { Answer } from '../messages.ts'

interface Asked {
  readonly promise: Promise<Uint8Array>
  readonly answer: (bytes: Uint8Array | null) => void
}

const asked = new Map<string, Asked>()

/** Asks the page for a file that it carries. @throws Fault where it carries none of that name */
export function readCarried(name: string): Promise<Uint8Array> {
  const before = asked.get(name)
  if (before) return before.promise
  let answer: Asked['answer'] = () => {}
  const promise = new Promise<Uint8Array>((resolve, reject) => {
    answer = (bytes) => (bytes ? resolve(bytes) : reject(new Fault((say) => say.notCarried(name))))
  })
  asked.set(name, { promise, answer })
  const need: Answer = { need: name }
  postMessage(need)
  return promise
}

/** Takes what the page answers. */
export function take(name: string, bytes: Uint8Array | null): void {
  asked.get(name)?.answer(bytes)
}
