import { Fault } from '../../fault.ts'
import { CarriedFiles, type ReadFiles } from '../carried.ts'
import type { Answer, Request, Work, WorkName } from '../messages.ts'
import { besideName, workerName } from '../names.ts'
import { isServed, servedFiles } from '../served.ts'

export const carried: ReadFiles = isServed ? servedFiles : new CarriedFiles(besideName)

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

let worker: Promise<Worker> | null = null
let lastId = 0
const waiting = new Map<number, Waiting>()

async function start(): Promise<Worker> {
  const code = Uint8Array.from((await carried.read(workerName)) ?? [])
  const made = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
  made.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
    if ('need' in answer) {
      const name = answer.need
      void carried.read(name).then((bytes) => made.postMessage({ have: name, bytes } satisfies Request))
      return
    }
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('fault' in answer) asked?.reject(new Fault(answer.fault))
    else asked?.resolve(answer.answer as never)
  })
  return made
}

/**
 * Asks the worker.
 *
 * @throws Fault for a person's mistake
 */
export function ask<Name extends WorkName>(
  name: Name,
  asked: Work[Name]['asked'],
): Promise<Work[Name]['answer']> {
  worker ??= start()
  const id = ++lastId
  const request = { id, name, asked }
  const answered = new Promise<Work[Name]['answer']>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
  })
  void worker.then((made) => made.postMessage(request))
  return answered
}

/** Ends whatever the worker is doing; what waits for it is never answered. */
export function stopWorker(): void {
  void worker?.then((made) => made.terminate())
  worker = null
  waiting.clear()
}
