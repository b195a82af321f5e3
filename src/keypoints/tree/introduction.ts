import type { Span } from '../../document/document.ts'

/** Items behind these words, read without them, say the opposite. */
const forbidding = /不得|禁止|严禁|不准|不许|切忌|\b(?:not|never|no)\b/iu

/** Introduces a list whose items say something else without it: 任何组织和个人不得有下列行为：. */
export function forbids(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  return /[：:]\s*$/u.test(words) && forbidding.test(words)
}
