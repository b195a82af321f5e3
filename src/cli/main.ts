import { type Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json' with { type: 'json' }
import { asFault } from '../fault.ts'
import { officeFormats } from '../office/formats.ts'
import { isPaperKind, paperKinds } from '../office/papers/paper.ts'
import { formats as pdfFormats } from '../print/formats.ts'
import { languageFor, languageOf } from '../store/language.ts'
import { type CommandWords, commandWords } from '../words.ts'
import type { ExportFormat } from './export.ts'
import { SpokenCommand } from './usage.ts'

const formats = [...pdfFormats, ...officeFormats, ...paperKinds]

/** Runs one command; the desk, where none is named. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  // `study-deck outline … | head`: the reader has had enough.
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
    process.exit()
  })
  const language = languageFor(args)
  const words = commandWords(language)
  const { names } = words
  const slides = (command: Command): Command =>
    command.option(`--slides <${names.folder}>`, words.slides, 'slides')
  const program = new SpokenCommand(language, 'study-deck')
    .description(words.about)
    .version(version, '-V, --version', words.version)
    .exitOverride()
  slides(program.command('derive'))
    .description(words.derive)
    .argument(`<${names.file}>`, words.document)
    .option(`--deck <${names.deck}>`, words.deck)
    .option(`--points <${names.number}>`, words.points, wholeNumber(12, words.pointsForm))
    .addOption(new Option(`--detail <${names.how}>`, words.detail).choices(['brief', 'standard', 'full']))
    .option('--dry-run', words.dryRun)
    .action(async (file, options) => (await import('./derive.ts')).deriveCommand(file, options))
  program
    .command('outline')
    .description(words.outline)
    .argument(`<${names.file}>`, words.document)
    .option('--json', words.outlineJson)
    .option('--tree', words.tree)
    .action(async (file, options) => (await import('./outline.ts')).outlineCommand(file, options))
  slides(program.command('import'))
    .description(words.import)
    .argument(`<${names.file}>`, words.foreign)
    .option(`--deck <${names.deck}>`, words.deck)
    .action(async (file, options) => (await import('./import.ts')).importCommand(file, options))
  slides(program.command('theme'))
    .description(words.theme)
    .argument(`<${names.file}>`, words.template)
    .action(async (file, options) => (await import('./theme.ts')).themeCommand(file, options))
  program
    .command('themes')
    .description(words.themes)
    .option(`--out <${names.file}>`, words.themesOut, 'themes.html')
    .action(async (options) => (await import('./themes.ts')).themesCommand(options))
  slides(program.command('build'))
    .description(words.build)
    .argument(`[${names.file}]`, words.oneFile)
    .option(`--out <${names.folder}>`, words.buildOut, 'dist')
    .option('--without-notes', words.withoutNotes)
    .option('--without-sources', words.withoutSources)
    .action(async (file, options) =>
      (await import('./build.ts')).buildCommand(file === undefined ? options : { ...options, slides: file }),
    )
  slides(program.command('unpack'))
    .description(words.unpack)
    .argument(`<${names.file}>`, words.page)
    .option(`--deck <${names.deck}>`, words.deck)
    .action(async (file, options) => (await import('./unpack.ts')).unpackCommand(file, options))
  slides(program.command('merge'))
    .description(words.merge)
    .argument(`<${names.file}>`, words.officeFile)
    .option(`--deck <${names.deck}>`, words.deck)
    .option('--take-order', words.takeOrder)
    .option('--dry-run', words.dryRun)
    .action(async (file, options) => (await import('./merge.ts')).mergeCommand(file, options))
  slides(program.command('check'))
    .description(words.check)
    .argument(`[${names.deck}]`, words.oneDeck)
    .option('--json', words.checkJson)
    .option('--strict', words.strict)
    .option('--reviewed', words.reviewed)
    .action(async (deck, options) => (await import('./check.ts')).checkCommand(deck, options))
  slides(program.command('desk'))
    .description(words.desk)
    .argument(`[${names.folder}]`, words.oneFolder)
    .option(`--port <${names.number}>`, words.port)
    .action(async (folder, options) => (await import('./desk.ts')).deskCommand(folder, options))
  slides(program.command('dev'))
    .description(words.dev)
    .argument(`[${names.file}]`, words.oneFileOrPage)
    .option(`--port <${names.number}>`, words.port)
    .option(`--deck <${names.deck}>`, words.deck)
    .action(async (file, options) => (await import('./dev.ts')).devCommand(file, options))
  slides(program.command('export'))
    .description(words.export)
    .argument(`<${names.deck}...>`, words.decks)
    .requiredOption(`--as <${names.list}>`, words.formats(named(words)), formatsIn(words))
    .option(`--out <${names.path}>`, words.exportOut)
    .option(`--range <${names.slides}>`, words.range, range(words))
    .option('--steps', words.steps)
    .addOption(new Option(`--paper <${names.how}>`, words.paper).choices(['16:9', '4:3', 'A4']))
    .addOption(new Option(`--per-page <${names.number}>`, words.perPage).choices(['1', '2', '3', '4', '6']))
    .option('--with-notes', words.withNotes)
    .option('--ink-saving', words.inkSaving)
    .option(`--template <${names.file}>`, words.officeTemplate)
    .option('--remarks', words.wideMargin)
    .option('--gongwen', words.gongwen)
    .option('--embed-fonts', words.embedFonts)
    .option(`--count <${names.number}>`, words.count, wholeNumber(999, words.countForm))
    .option(`--browser <${names.path}>`, words.browser)
    .action(async (decks, options) => (await import('./export.ts')).exportCommand(decks, options))
  try {
    await program.parseAsync(args.length > 0 ? [...args] : ['desk'], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      const fault = asFault(error)
      process.stderr.write(`study-deck: ${fault.line(languageOf(fault, args))}\n`)
      process.exitCode = 1
    }
  }
}

/** The formats, and what those are that are papers. */
const named = ({ papers }: CommandWords): string =>
  formats.map((name) => (isPaperKind(name) ? `${name} (${papers[name]})` : name)).join(', ')

/** Reads a list of formats, commas between; the option may also be given several times. Papers may be named in Chinese. */
function formatsIn(words: CommandWords): (value: string, before?: readonly ExportFormat[]) => ExportFormat[] {
  return (value, before = []) => [
    ...before,
    ...value.split(/[,，、]/).map((written) => {
      const name = written.trim()
      const found = formats.find(
        (one) => one === name || (isPaperKind(one) && commandWords('zh').papers[one] === name),
      )
      if (!found) throw new InvalidArgumentError(words.choices(formats.join(', ')))
      return found
    }),
  ]
}

/** Reads a range of slides, counted from 1: `3-8`, `5`. */
function range(words: CommandWords): (value: string) => [first: number, last: number] {
  return (value) => {
    const [, first = '', last = first] = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(value.trim()) ?? []
    if (!first || Number(last) < Number(first)) throw new InvalidArgumentError(words.rangeForm)
    return [Number(first), Number(last)]
  }
}

/** Reads a whole number from 1 on. @param form how it must be */
function wholeNumber(most: number, form: string): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < 1 || number > most) throw new InvalidArgumentError(form)
    return number
  }
}
