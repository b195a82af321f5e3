import { asFault } from '../../fault.ts'
import type { Answer, Request, Work, WorkName } from '../messages.ts'
import { build } from './build.ts'
import { choices } from './choices.ts'
import { derive } from './derive.ts'
import { office, paper } from './office.ts'
import { beside, pictures, ready } from './pictures.ts'
import { take } from './read-carried.ts'
import { unpack } from './unpack.ts'

const works: { readonly [Name in WorkName]: (asked: Work[Name]['asked']) => Promise<Work[Name]['answer']> } =
  {
    ready,
    derive,
    unpack,
    beside,
    pictures,
    choices,
    build,
    office,
    paper,
  }

const tell = (answer: Answer): void => postMessage(answer)

async function answer(request: Exclude<Request, { have: string }>): Promise<Work[WorkName]['answer']> {
  switch (request.name) {
    case 'ready':
      return works.ready(request.asked)
    case 'derive':
      return works.derive(request.asked)
    case 'unpack':
      return works.unpack(request.asked)
    case 'beside':
      return works.beside(request.asked)
    case 'pictures':
      return works.pictures(request.asked)
    case 'choices':
      return works.choices(request.asked)
    case 'build':
      return works.build(request.asked)
    case 'office':
      return works.office(request.asked)
    case 'paper':
      return works.paper(request.asked)
  }
}

addEventListener('message', ({ data: request }: MessageEvent<Request>) => {
  if ('have' in request) {
    take(request.have, request.bytes)
    return
  }
  const { id } = request
  answer(request).then(
    (answer) => tell({ id, answer }),
    (error: unknown) => tell({ id, fault: asFault(error).texts }),
  )
})
