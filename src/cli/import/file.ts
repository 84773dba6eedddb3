import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '#src/problem.ts';

/** A file somebody named, from the folder in which they typed the command. */
export async function readBytes(file: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Problem(`${file} cannot be read (${code}).`, `It was looked for in ${cwd}.`);
  }
}
