/** Signs that the views show in every language. */
export const signs = {
  right: '→',
  left: '←',
  up: '↑',
  down: '↓',
  next: '▶',
  back: '◀',
  minus: '−',
  dash: '–',
  dot: ' · ',
  /** As wide as an ideograph. */
  gap: '\u3000',
} as const
