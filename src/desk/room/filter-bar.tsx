import { say } from '../model/language.ts'
import { filter, filters, hasReview, isReviewing, listed } from '../model/review.ts'

/** Which slides the strip shows; there while a deck is reviewed. */
export function FilterBar() {
  if (!hasReview.value && !isReviewing.value && filter.value === 'all') return null
  return (
    <label class="filter">
      <span>{say.review.filter}</span>
      <select
        value={filter.value}
        onChange={(event) => {
          const wanted = event.currentTarget.value
          filter.value = filters.find((one) => one === wanted) ?? 'all'
        }}
      >
        {filters.map((one) => (
          <option key={one} value={one}>
            {say.review.filters[one]}
          </option>
        ))}
      </select>
      {listed.value.length === 0 && <span role="status">{say.review.none}</span>}
    </label>
  )
}
