import type { Tx } from '../../ports.ts';

/** The key under which contacts are kept, in a table apart from them; `fresh` becomes it where there is none yet. */
export async function contactKey(tx: Tx, fresh: () => string): Promise<string> {
  const known = await readKey(tx);
  if (known !== null) return known;
  await tx`insert into secrets (name, value) values ('contacts', ${fresh()}) on conflict do nothing`;
  const made = await readKey(tx);
  if (made === null) throw new Error('a key was neither made nor found');
  return made;
}

async function readKey(tx: Tx): Promise<string | null> {
  const [row] = await tx<{ value: string }[]>`select value from secrets where name = 'contacts'`;
  return row?.value ?? null;
}
