import { Command, CommanderError } from 'commander';
import { Problem } from '#src/problem.ts';
import type { Context } from './context.ts';
import { addDigest } from './digest.ts';
import { addDoctor } from './doctor.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addNotes } from './notes.ts';
import { addOutbox } from './outbox.ts';
import { addPeople } from './people.ts';
import { addPlatforms } from './platforms.ts';
import { addReset } from './reset.ts';
import { addStart } from './start.ts';
import { addStates } from './states.ts';

const wrongUse = 2;

/** Runs one command line and answers with its exit code: 0 done, 1 failed, 2 wrong use. */
export async function run(argv: string[], context: Context): Promise<number> {
  try {
    await commands(context).parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    // commander has said already what is wrong
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
    if (!(error instanceof Problem)) throw error;
    context.err(`${error.message}\n${error.remedy}\n`);
    return error.exitCode;
  }
}

/** The whole command line. */
export function commands(context: Context): Command {
  const program = new Command('orderly')
    .description("The order desk that lives in a team's chat.")
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', '\nSettings come from the environment and from .env; .env.example explains each.');
  for (const add of [
    addStart,
    addReset,
    addImport,
    addPeople,
    addDigest,
    addNotes,
    addOutbox,
    addStates,
    addMigrate,
    addPlatforms,
    addDoctor,
  ])
    add(program, context);
  return program;
}
