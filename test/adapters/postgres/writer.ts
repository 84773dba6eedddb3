import { openDatabase } from '#adapters/postgres/database.ts';
import { DatabaseProblem } from '#adapters/postgres/problem.ts';

/** A process that opens a data folder and says every number after `from` it knows to be stored; `hold` opens it and waits. */
const [folder = '', migrations = '', task = 'hold', from = '0'] = process.argv.slice(2);
try {
  if (task === 'hold') await hold();
  else await write();
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error;
  console.log(`${error.code} ${error.message}`);
  process.exit(1);
}

/** Keeps no reference to the database, which must stay open and locked all the same. */
async function hold(): Promise<void> {
  await openDatabase({ dataDir: folder });
  setImmediate(() => {
    globalThis.gc?.();
    console.log('open');
  });
}

async function write(): Promise<void> {
  const db = await openDatabase({ dataDir: folder });
  await db.migrate(migrations);
  console.log('open');
  for (let number = Number(from) + 1; ; number++) {
    await db.transaction(async (tx) => {
      await tx`insert into stored values (${number}, 'first')`;
      await tx`insert into stored values (${number}, ${'x'.repeat(2000)})`;
    });
    console.log(number);
  }
}
