import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { DeckState } from '../../edit/index.ts'
import { actTyping } from '../model/deck.ts'

export interface LiveFieldProps {
  readonly words: string
  /** Puts other words in their place. */
  readonly change: (state: DeckState, words: string) => DeckState
  /** The slide that is changed. */
  readonly slide: number
  readonly label: string
  readonly rows?: number
  readonly class?: string
  readonly style?: Readonly<Record<string, string>>
  readonly placeholder?: string
  readonly element?: RefObject<HTMLTextAreaElement | null>
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly onFocus?: () => void
  readonly onLeft?: () => void
  readonly onTyped?: () => void
}

/**
 * A plain text field whose words are kept with each letter that is typed. What is typed is not set right under the hands
 * of who types; a field that is left empty takes its part away only when it is left.
 */
export function LiveField({
  words,
  change,
  slide,
  label,
  rows = 1,
  onLeft,
  onTyped,
  ...own
}: LiveFieldProps) {
  const typed = useSignal<string | null>(null)
  const field = useRef<object>({})
  /** Words that another hand changes while nobody types here are not put back. */
  const isTyped = useRef(false)
  const put = (value: string): void => actTyping(field.current, (state) => change(state, value), slide)
  return (
    <textarea
      ref={own.element ?? null}
      rows={rows}
      class={own.class ?? ''}
      style={own.style ?? {}}
      placeholder={own.placeholder ?? ''}
      aria-label={label}
      value={typed.value ?? words}
      onFocus={() => {
        field.current = {}
        isTyped.current = false
        own.onFocus?.()
      }}
      onInput={(event) => {
        const { value } = event.currentTarget
        typed.value = value
        isTyped.current = true
        onTyped?.()
        // An input method is still at it.
        if (!event.isComposing && value.trim() !== '') put(value)
      }}
      onCompositionEnd={({ currentTarget: { value } }) => value.trim() !== '' && put(value)}
      onBlur={(event) => {
        const { value } = event.currentTarget
        typed.value = null
        if (isTyped.current && value !== words) put(value)
        onLeft?.()
      }}
      onKeyDown={own.onKeyDown}
    />
  )
}
