import type { Span } from '../../document/document.ts'
import { definition, directive, prohibition } from '../cues.ts'
import { figuresIn, openingDate } from '../figures.ts'
import { simplified } from '../simplified.ts'
import type { Sign } from './tree.ts'

/** Words beyond these tell nothing of what a clause is: UTF-16 units. */
const telling = 400
/** A longer exclamation is no slogan: UTF-16 units. */
const slogan = 80
const exclaims = /[！!]["”’」』）)]*$/u
const isQuoted = /^[“"「『].*[”"」』]$/u
/** Thanks and greetings are no slogans. */
const courtesy = /感谢|谢谢|敬意|祝贺|问候|感謝|謝謝|\bthank/iu

/** What a part of a text says by itself. */
export function signsOf(text: string, { start, end }: Span): Sign[] {
  const words = simplified(text.slice(start, Math.min(end, start + telling)))
  const quotation =
    end - start <= slogan &&
    !courtesy.test(words) &&
    (exclaims.test(text.slice(start, end + 1)) || isQuoted.test(words))
  return [
    ...(openingDate(words) ? (['date'] as const) : []),
    ...(figuresIn(words).length > 0 ? (['figure'] as const) : []),
    ...(quotation ? (['quotation'] as const) : []),
    ...(definition.test(words) ? (['definition'] as const) : []),
    ...(directive.test(words) ? (['demand'] as const) : []),
    ...(prohibition.test(words) ? (['prohibition'] as const) : []),
  ]
}
