const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const word = /[\p{L}\p{N}]+/gu

/** Seconds to read a text aloud: 220 Chinese characters or 130 words a minute. */
export function speakingTime(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0
  const words = text.replace(unspaced, ' ').match(word)?.length ?? 0
  return Math.round((characters / 220 + words / 130) * 60)
}
