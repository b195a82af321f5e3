import { slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { minutes } from '../model/minutes.ts'
import { hasReview, signedCount } from '../model/review.ts'

/** How much there is, and that all of it stays here. */
export function Status() {
  return (
    <footer class="status">
      <span>{say.status.slides(slides.value.length)}</span>
      {minutes.value !== null && <span>{say.status.minutes(minutes.value)}</span>}
      {hasReview.value && <span>{say.review.progress(signedCount.value, slides.value.length)}</span>}
      <span class="room" />
      <span>{say.status.local}</span>
    </footer>
  )
}
