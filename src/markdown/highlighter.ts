import type { Highlighter } from './plugins/code.ts'

/** Languages of the fences are loaded one by one, so that a deck costs what it uses. */
const loaded = new Map<string, Promise<unknown>>()
/** For a line, in milliseconds: what takes longer is left plain. Shiki's own half second is too short on a busy machine. */
const longest = 10_000
let core: Promise<import('shiki/core').HighlighterCore> | undefined

async function createCore(): Promise<import('shiki/core').HighlighterCore> {
  const [{ createCssVariablesTheme, createHighlighterCore }, { createJavaScriptRegexEngine }] =
    await Promise.all([import('shiki/core'), import('shiki/engine/javascript')])
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'deck', variablePrefix: '--' })],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
}

/**
 * Loads what Shiki needs to colour the named languages; a name that it does not know is left as plain text.
 *
 * @param languages names as written behind a fence: `ts`, `python`, …
 */
export async function loadHighlighter(languages: Iterable<string>): Promise<Highlighter> {
  core ??= createCore()
  const highlighter = await core
  const { bundledLanguages } = await import('shiki/langs')
  const known = new Map<string, (typeof bundledLanguages)[keyof typeof bundledLanguages]>(
    Object.entries(bundledLanguages),
  )
  await Promise.all(
    [...languages].map((name) => {
      const language = known.get(name)
      if (language && !loaded.has(name))
        loaded.set(
          name,
          language().then((module) => highlighter.loadLanguage(module)),
        )
      return loaded.get(name)
    }),
  )
  return (text, language) =>
    loaded.has(language)
      ? highlighter
          .codeToTokensBase(text, {
            lang: language,
            theme: 'deck',
            tokenizeMaxLineLength: 2000,
            tokenizeTimeLimit: longest,
          })
          .map((line) =>
            line.map(({ content, color }) => ({
              text: content,
              role: /--(?:token-)?([\w-]+)/.exec(color ?? '')?.[1] ?? 'foreground',
            })),
          )
      : null
}
