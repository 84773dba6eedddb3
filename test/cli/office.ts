import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvTables } from '#adapters/csv.ts';
import { randomIds } from '#adapters/ids.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { deskTurns } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import type { Context } from '#src/cli/context.ts';
import { run } from '#src/cli/run.ts';
import { readConfig, type Config } from '#src/config.ts';
import { chooseReader } from '#src/note-readers.ts';
import { openTestDatabase } from '#test/support/database.ts';

export interface Answer {
  exitCode: number;
  out: string;
  err: string;
}

/** A terminal on a database of its own, or on that of somebody else who closes it, with a folder for files. */
export async function openTerminal(
  now = Temporal.Instant.from('2026-11-25T04:00:00Z'),
  shared?: OpenDatabase,
  model: Config['model'] = null,
) {
  const database = shared ?? (await openTestDatabase());
  const turnOf = deskTurns({ reader: rulesReader });
  const folder = mkdtempSync(join(tmpdir(), 'orderly-lists-'));
  const notHere = (): never => {
    throw new Error('this command is not tried here');
  };
  async function typed(argv: string[], terminal: boolean, fed: string[] = []): Promise<Answer> {
    const said = { out: '', err: '' };
    const context: Context = {
      config: readConfig({ ORDERLY_CURRENCY: 'EUR', ORDERLY_TIME_ZONE: 'Europe/Berlin' }),
      cwd: folder,
      terminal,
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      input: async function* () {
        yield* fed;
      },
      taken: () => Promise.resolve(),
      openReader: (name) => chooseReader(name, { model }),
      openData: () =>
        Promise.resolve({
          database,
          place: 'here',
          applied: [],
          turn: (work) => database.transaction((tx) => work(turnOf({ tx, now, ids: randomIds }))),
          close: () => Promise.resolve(),
        }),
      openDesk: notHere,
      resetDemo: notHere,
      examine: notHere,
      setUps: notHere,
      rehearse: notHere,
      untilAsked: notHere,
      openBrowser: notHere,
      tables: csvTables,
      playground: { account: 'playground', dmOf: (person) => `dm:${person}` },
    };
    return { exitCode: await run(argv, context), ...said };
  }
  return {
    database,
    write: (file: string, text: string): void => writeFileSync(join(folder, file), text),
    writeBytes: (file: string, bytes: Uint8Array): void => writeFileSync(join(folder, file), bytes),
    type: (...argv: string[]): Promise<Answer> => typed(argv, false),
    /** The same with something on stdin, in these pieces. */
    feed: (fed: string[], ...argv: string[]): Promise<Answer> => typed(argv, false, fed),
    /** The same with a person who looks on. */
    onScreen: (...argv: string[]): Promise<Answer> => typed(argv, true),
    async close(): Promise<void> {
      rmSync(folder, { recursive: true });
      if (!shared) await database.close();
    },
  };
}
