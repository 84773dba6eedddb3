import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './make-folder.ts';
import { codeOf, DatabaseProblem } from './problem.ts';

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  host: string;
  since: string;
}

/** A lock that nobody refers to would be given back when the garbage collector finds it. */
const locks = new Set<DatabaseSync>();

/**
 * Takes the folder for this process, or says who has it. The lock is SQLite's, that is the operating system's own lock on a
 * file: it ends with the process however that dies, so there is no stale lock to recognise and no process id to trust. Nothing
 * else may open `lock`: on POSIX, closing any other handle on the file would give the lock back.
 */
export function lockFolder(folder: string, options: { waitMs?: number } = {}): FolderLock {
  const lock = openLock(folder, options.waitMs ?? 0);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
    const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(join(folder, 'holder.json'), JSON.stringify(holder));
  } catch (error) {
    lock.close();
    throw isLocked(error) ? held(folder) : notWritable(folder, error);
  }
  locks.add(lock);
  return {
    release() {
      if (locks.delete(lock)) lock.close();
    },
  };
}

function openLock(folder: string, waitMs: number): DatabaseSync {
  try {
    makeFolder(folder);
    return new DatabaseSync(join(folder, 'lock'), { timeout: waitMs });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function held(folder: string): DatabaseProblem {
  const holder = readHolder(folder);
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
  const stop = holder ? `Stop it first (Ctrl-C in its terminal, or: kill ${holder.pid})` : 'Stop it first';
  return new DatabaseProblem(
    'folder_held',
    `The data in ${folder} is in use by ${who}.`,
    `${stop}, or choose another folder with ORDERLY_DATA_DIR. A PostgreSQL server in DATABASE_URL lets several processes work at once.`,
  );
}

function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as Holder; // written by lockFolder only
  } catch {
    return null;
  }
}

const reasons: Record<string, string> = {
  EACCES: 'this user has no right to',
  EPERM: 'this user has no right to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'no folder can be made there',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'part of that path is a file',
};

function notWritable(folder: string, error: unknown): DatabaseProblem {
  const reason = reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
  return new DatabaseProblem(
    'folder_not_writable',
    `The data folder ${folder} cannot be written: ${reason}.`,
    'Give this user the right to write there, or choose another folder with ORDERLY_DATA_DIR.',
  );
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6);
}
