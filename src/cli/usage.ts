import { Command, type ErrorOptions, Help, Option } from 'commander'
import { type CommandWords, commandWords, type Language } from '../words.ts'

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu

/** A command whose help and complaints are in the user's language; commander's own are English. */
export class SpokenCommand extends Command {
  readonly #words: CommandWords
  readonly #language: Language

  constructor(language: Language, name?: string) {
    super(name)
    this.#language = language
    this.#words = commandWords(language)
    this.helpOption('-h, --help', this.#words.help).helpCommand(false)
  }

  override createCommand(name?: string): Command {
    return new SpokenCommand(this.#language, name)
  }

  override createHelp(): Help {
    return new SpokenHelp(this.#words)
  }

  /** Says what is wrong with what was typed, on one line with the hint, if there is one. */
  override error(message: string, options?: ErrorOptions): never {
    const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, words = '']) => words)
    const hint = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]
    const reason = / is invalid\. (.*)$/s.exec(message)?.[1]?.replace(/^Allowed choices are (.*)\.$/, '$1')
    const { wrong, meant, choices, bad } = this.#words
    const [first = '', second = ''] = quoted
    const told =
      options?.code === 'commander.invalidArgument'
        ? bad(first, second, /choices are/.test(message) ? choices(reason ?? '') : (reason ?? ''))
        : Object.entries(wrong).find(([code]) => options?.code === `commander.${code}`)?.[1]?.(first)
    return super.error(`study-deck: ${told ?? message}${hint ? meant(hint) : ''}`, options)
  }
}

class SpokenHelp extends Help {
  readonly #words: CommandWords

  constructor(words: CommandWords) {
    super()
    this.#words = words
  }

  override styleTitle(title: string): string {
    return Object.entries(this.#words.titles).find(([english]) => `${english}:` === title)?.[1] ?? title
  }

  override commandUsage(command: Command): string {
    return super
      .commandUsage(command)
      .replace('[options]', `[${this.#words.options}]`)
      .replace('[command]', `[${this.#words.command}]`)
  }

  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replace('[options]', `[${this.#words.options}]`)
  }

  override optionDescription(option: Option): string {
    const { unless, choices } = this.#words
    const plain = super.optionDescription(new Option(option.flags, option.description))
    const more = [
      option.argChoices ? choices(option.argChoices.join(', ')) : '',
      typeof option.defaultValue === 'string' ? unless(option.defaultValue) : '',
    ].filter(Boolean)
    return more.length ? `${plain} (${more.join('; ')})` : plain
  }

  /** A Chinese character takes two places. */
  override displayWidth(text: string): number {
    return super.displayWidth(text) + (text.match(wide)?.length ?? 0)
  }
}
