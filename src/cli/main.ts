import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json' with { type: 'json' }
import { Fault, systemFault, unforeseen } from '../fault.ts'
import { formats } from '../print/formats.ts'
import { languageOf } from '../store/language.ts'

/** Runs one command. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  // `study-deck outline … | head`: the reader has had enough.
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
    process.exit()
  })
  const program = new Command('study-deck')
    .description('Study documents into slides whose speaker notes hold the full text')
    .version(version)
    .exitOverride()
  program
    .command('derive')
    .description('derive the slides of a deck from a document')
    .argument('<file>', 'the document')
    .option('--deck <slug>', "the deck's folder name (default: from the file's name)")
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--points <number>', 'the most points on a slide', pointsOption)
    .addOption(new Option('--detail <how>', 'how much the slides say').choices(['brief', 'standard', 'full']))
    .option('--dry-run', 'only tell what would be written')
    .action(async (file, options) => (await import('./derive.ts')).deriveCommand(file, options))
  program
    .command('outline')
    .description('print what was understood of a document')
    .argument('<file>', 'the document')
    .option('--json', 'as JSON, with spans')
    .option('--tree', 'as what each paragraph was read: its clauses and how they hang together')
    .action(async (file, options) => (await import('./outline.ts')).outlineCommand(file, options))
  program
    .command('build')
    .description('build every deck into one self-contained page')
    .argument('[file]', 'one Markdown file, or a folder of decks instead of --slides')
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--out <dir>', 'where the pages go', 'dist')
    .option('--without-notes', 'leave the speaker notes out')
    .action(async (file, options) =>
      (await import('./build.ts')).buildCommand(file === undefined ? options : { ...options, slides: file }),
    )
  program
    .command('check')
    .description('check decks against their documents')
    .argument('[deck]', 'one deck (default: all)')
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--json', 'as JSON, slide by slide')
    .option('--strict', 'fail on edited points too')
    .action(async (deck, options) => (await import('./check.ts')).checkCommand(deck, options))
  program
    .command('dev')
    .description('show the decks live while they are edited')
    .argument('[file]', 'one Markdown file, or a folder of decks instead of --slides')
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--port <number>', 'the port on this machine')
    .action(async (file, options) =>
      (await import('./dev.ts')).devCommand(file === undefined ? options : { ...options, slides: file }),
    )
  program
    .command('export')
    .description('export decks as PDF: the slides, the notes to review, a handout')
    .argument('<deck...>', 'one or more decks')
    .requiredOption('--as <formats>', `${formats.join(', ')}; several with commas between`, listOf(formats))
    .option('--out <path>', 'the file, or a folder for several (default: this folder)')
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--range <slides>', 'some slides only: 3-8', range)
    .option('--steps', 'slides: a page for each step')
    .addOption(new Option('--paper <size>', 'slides: the page').choices(['16:9', '4:3', 'A4']))
    .addOption(new Option('--per-page <n>', 'handout: slides to a page').choices(['1', '2', '3', '4', '6']))
    .option('--with-notes', 'handout: the notes beside the slides instead of lines')
    .option('--ink-saving', 'black on white')
    .option('--browser <path>', 'the Chrome, Edge or Chromium to print with')
    .action(async (decks, options) => (await import('./export.ts')).exportCommand(decks, options))
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      const fault = error instanceof Fault ? error : (systemFault(error) ?? unforeseen(error))
      process.stderr.write(`study-deck: ${fault.line(languageOf(fault, args))}\n`)
      process.exitCode = 1
    }
  }
}

/** Reads a list of these words, commas between, where the option may also be given several times. */
function listOf<T extends string>(words: readonly T[]): (value: string, before?: readonly T[]) => T[] {
  return (value, before = []) => [
    ...before,
    ...value.split(',').map((name) => {
      const word = words.find((known) => known === name.trim())
      if (!word) throw new InvalidArgumentError(`Allowed: ${words.join(', ')}.`)
      return word
    }),
  ]
}

/** Reads a range of slides, counted from 1: `3-8`, `5`. */
function range(value: string): [first: number, last: number] {
  const [, first = '', last = first] = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(value.trim()) ?? []
  if (!first || Number(last) < Number(first)) throw new InvalidArgumentError('Write it as 3-8.')
  return [Number(first), Number(last)]
}

function pointsOption(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 12)
    throw new InvalidArgumentError('use a number from 1 to 12')
  return number
}
