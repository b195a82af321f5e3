import { Command, CommanderError } from 'commander'
import { Fault, formatPlace } from '../fault.ts'

/** Runs one command. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('study-deck')
    .description('Study documents into slides whose speaker notes hold the full text')
    .exitOverride()
  program
    .command('derive')
    .description('derive the slides of a deck from a document')
    .argument('<file>', 'the document')
    .option('--deck <slug>', "the deck's folder name (default: from the file's name)")
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .action(async (file, options) => (await import('./derive.ts')).deriveCommand(file, options))
  program
    .command('outline')
    .description('print what was understood of a document')
    .argument('<file>', 'the document')
    .option('--json', 'as JSON, with spans')
    .action(async (file, options) => (await import('./outline.ts')).outlineCommand(file, options))
  program
    .command('build')
    .description('build every deck into one self-contained page')
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--out <dir>', 'where the pages go', 'dist')
    .option('--without-notes', 'leave the speaker notes out')
    .action(async (options) => (await import('./build.ts')).buildCommand(options))
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
    .option('--slides <dir>', 'the folder of the decks', 'slides')
    .option('--port <number>', 'the port on this machine')
    .action(async (options) => (await import('./dev.ts')).devCommand(options))
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else if (error instanceof Fault) {
      process.stderr.write(
        `study-deck: ${error.place ? `${formatPlace(error.place)}: ` : ''}${error.message}\n`,
      )
      process.exitCode = 1
    } else throw error
  }
}
