import { type Signal, signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { type Comment, whoAndWhen } from '../../deck/review/review.ts'
import type { SlideReview } from '../../deck/review/slide-review.ts'
import { answerComment, commentSlide, resolveComment, signSlides, unsignSlide } from '../../edit/index.ts'
import { act, choose, chosen, current, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import {
  hasReview,
  isReviewing,
  nextUnsigned,
  openComments,
  review,
  reviewer,
  reviewFault,
  reviewOf,
  signedCount,
  today,
} from '../model/review.ts'
import { Dialog } from './dialog.tsx'

const words = say.review

/** The slides that are signed together: those that are chosen, where the one that is shown is among them. */
const signedTogether = (): readonly number[] =>
  chosen.value.has(current.value) ? [...chosen.value] : [current.value]

/** Several slides, not all of which are seen, of which it is asked whether they are to be signed. */
const toBeSigned = signal<readonly number[] | null>(null)

/**
 * Signs slides, those that are chosen unless given; asks first where they are several.
 *
 * @returns whether it was signed
 */
export function signChosen(remark = '', ids = signedTogether()): boolean {
  const name = reviewer.value.trim()
  if (name === '') document.querySelector<HTMLElement>('#reviewer')?.focus()
  else if (ids.length > 1) toBeSigned.value = ids
  else signNow(ids, remark)
  return name !== '' && ids.length === 1
}

function signNow(ids: readonly number[], remark: string): void {
  toBeSigned.value = null
  const name = reviewer.value.trim()
  if (name !== '') act((state) => signSlides(state, ids, { name, date: today(), remark }))
}

/** Who signed the slide that is shown, what became of it since, and what was remarked. */
export function ReviewPane() {
  const found = reviewOf.value.get(current.value)
  const open = found ? openComments(found) : 0
  return (
    <details
      class="review"
      open={isReviewing.value}
      onToggle={(event) => {
        isReviewing.value = event.currentTarget.open
      }}
    >
      <summary>
        <b>{words.title}</b>
        {found && (isReviewing.value || hasReview.value) && (
          <span class={`state ${found.state}`}>{words.states[found.state]}</span>
        )}
        {open > 0 && <span class="open">{words.open(open)}</span>}
        <span class="room" />
        <span>{words.progress(signedCount.value, slides.value.length)}</span>
      </summary>
      {reviewFault.value !== '' && (
        <p class="unread" role="alert">
          {words.unread} {reviewFault.value}
        </p>
      )}
      {isReviewing.value && found && <SlideSaid key={current.value} found={found} />}
      {(review.value?.gone.length ?? 0) > 0 && (
        <p class="gone">{words.gone(review.value?.gone.length ?? 0)}</p>
      )}
    </details>
  )
}

function SlideSaid({ found }: { readonly found: SlideReview }) {
  const id = current.value
  const isAsked = useSignal(false)
  /** Does what needs a name; without one it is asked for. */
  const named = (then: (who: { readonly name: string; readonly date: string }) => void): void => {
    const name = reviewer.value.trim()
    isAsked.value = name === ''
    if (name === '') document.querySelector<HTMLElement>('#reviewer')?.focus()
    else then({ name, date: today() })
  }
  return (
    <div class="said-of-slide">
      <ul class="signers">
        {found.signed.map((signature) => (
          <li key={signature.name}>
            <span class={found.state === 'signed' ? 'seal' : 'seal broken'}>{whoAndWhen(signature)}</span>
            {signature.remark && <span>{signature.remark}</span>}
            {found.state === 'signed' && (
              <button
                type="button"
                class="small"
                aria-label={words.unsignOf(signature.name)}
                onClick={() => act((state) => unsignSlide(state, id, signature.name))}
              >
                {words.unsign}
              </button>
            )}
          </li>
        ))}
      </ul>
      {found.changes.length > 0 && (
        <div class="since">
          <h3>{words.since}</h3>
          <ul>
            {found.changes.map(({ before, now }, i) => (
              <li key={String(i)} class="diff">
                {before && <del>{unmarked(before)}</del>} {now && <ins>{unmarked(now)}</ins>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Sign found={found} named={named} isAsked={isAsked.value} />
      <div class="comments">
        {found.comments.map((comment, i) => (
          <Remark key={`${comment.name} ${comment.date} ${i}`} comment={comment} named={named} />
        ))}
        <OneLine
          label={words.newComment}
          button={words.comment}
          onSaid={(text) => named((who) => act((state) => commentSlide(state, id, { ...who, text })))}
        />
      </div>
    </div>
  )
}

/** Words without what makes them headings and points, bold, or no markup. */
const unmarked = (markdown: string): string =>
  markdown.replace(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/gm, '').replace(/\*\*|\\(?=[^\s\p{L}\p{N}])/gu, '')

type Named = (then: (who: { readonly name: string; readonly date: string }) => void) => void

function Sign({
  found,
  named,
  isAsked,
}: {
  readonly found: SlideReview
  readonly named: Named
  readonly isAsked: boolean
}) {
  const remark = useSignal('')
  const count = signedTogether().length
  const mine = found.state === 'signed' && found.signed.some(({ name }) => name === reviewer.value.trim())
  const next = nextUnsigned(current.value)
  const isDone = mine && count === 1
  return (
    <form
      class="sign"
      onSubmit={(event) => {
        event.preventDefault()
        named(() => {
          if (isDone) {
            if (next !== null) choose(next)
            return
          }
          if (signChosen(remark.value.trim())) remark.value = ''
        })
      }}
    >
      <input
        type="text"
        id="reviewer"
        class="name"
        value={reviewer.value}
        placeholder={words.name}
        aria-label={words.name}
        aria-invalid={isAsked && reviewer.value.trim() === ''}
        aria-describedby={reviewer.value.trim() === '' ? 'reviewer-asked' : undefined}
        onInput={(event) => (reviewer.value = event.currentTarget.value)}
      />
      <input
        type="text"
        value={remark.value}
        placeholder={words.remark}
        aria-label={words.remark}
        onInput={(event) => (remark.value = event.currentTarget.value)}
      />
      {isDone && remark.value === '' ? (
        <button type="submit" disabled={next === null}>
          {next === null ? words.all : words.next}
        </button>
      ) : (
        <button type="submit" class="primary" title="Ctrl+Enter">
          {count > 1 ? words.signMany(count) : words.sign}
        </button>
      )}
      {signedCount.value < slides.value.length && (
        <button
          type="button"
          onClick={() =>
            named(() => {
              signChosen(
                remark.value.trim(),
                slides.value.map((slide) => slide.id),
              )
            })
          }
        >
          {words.signAll}
        </button>
      )}
      {reviewer.value.trim() === '' && (
        <p
          class={isAsked ? 'asked missing' : 'asked'}
          id="reviewer-asked"
          role={isAsked ? 'alert' : undefined}
        >
          {words.nameFirst}
        </p>
      )}
      {toBeSigned.value && <SignSeveral ids={toBeSigned.value} remark={remark} />}
    </form>
  )
}

/** Whether several slides are to be signed. */
function SignSeveral({ ids, remark }: { readonly ids: readonly number[]; readonly remark: Signal<string> }) {
  const close = (): void => {
    toBeSigned.value = null
  }
  return (
    <Dialog title={words.signSure(ids.length)} onClose={close}>
      <footer class="sure">
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="primary"
          autofocus
          onClick={() => {
            signNow(ids, remark.value.trim())
            remark.value = ''
          }}
        >
          {words.confirm}
        </button>
      </footer>
    </Dialog>
  )
}

function Remark({ comment, named }: { readonly comment: Comment; readonly named: Named }) {
  const { resolved, answers, text } = comment
  return (
    <article class={resolved ? 'remark resolved' : 'remark'}>
      <Spoken who={whoAndWhen(comment)}>{text}</Spoken>
      {answers.map((one) => (
        <Spoken key={`${one.name} ${one.date} ${one.text}`} who={whoAndWhen(one)} isAnswer>
          {one.text}
        </Spoken>
      ))}
      <footer>
        {resolved ? (
          <>
            <span>{words.resolved}</span>
            <button
              type="button"
              class="small"
              onClick={() => act((state) => resolveComment(state, comment, false))}
            >
              {words.reopen}
            </button>
          </>
        ) : (
          <>
            <OneLine
              label={words.newAnswer}
              button={words.answer}
              onSaid={(said) =>
                named((who) => act((state) => answerComment(state, comment, { ...who, text: said })))
              }
            />
            <button
              type="button"
              class="small"
              onClick={() => act((state) => resolveComment(state, comment, true))}
            >
              {words.resolve}
            </button>
          </>
        )}
      </footer>
    </article>
  )
}

function Spoken({
  who,
  isAnswer = false,
  children,
}: {
  readonly who: string
  readonly isAnswer?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <p class={isAnswer ? 'answer' : ''}>
      <b>{who}</b> {children}
    </p>
  )
}

/** A line to write on, and a button; what was said stays there until it is taken. */
function OneLine({
  label,
  button,
  onSaid,
}: {
  readonly label: string
  readonly button: string
  readonly onSaid: (text: string) => void
}) {
  const text = useSignal('')
  return (
    <form
      class="one-line"
      onSubmit={(event) => {
        event.preventDefault()
        const said = text.value.trim()
        if (said === '') return
        onSaid(said)
        if (reviewer.value.trim() !== '') text.value = ''
      }}
    >
      <input
        type="text"
        value={text.value}
        placeholder={label}
        aria-label={label}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <button type="submit" class="small" disabled={text.value.trim() === ''}>
        {button}
      </button>
    </form>
  )
}
