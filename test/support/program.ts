import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { home } from '#src/config.ts';

export interface Ended {
  /** Null when a signal ended it. */
  exitCode: number | null;
  out: string;
  err: string;
}

/** The real program, in a process of its own. */
export interface Program {
  /** Where it answers; rejects with what it said when it ends instead. */
  url: Promise<string>;
  ended: Promise<Ended>;
  /** What it prints that fits, as soon as it does; rejects when it ends without. */
  prints(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

export function startProgram(argv: string[], env: Record<string, string>, program = join(home, 'bin/orderly.mjs')): Program {
  const child = spawn(process.execPath, [program, ...argv], {
    env: { PATH: process.env['PATH'], ...env },
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  const url = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += String(chunk);
    const place = /answers on (\S+)\n/.exec(said.out)?.[1];
    if (place) url.resolve(place);
  });
  child.stderr.on('data', (chunk: Buffer) => (said.err += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.on('close', (exitCode) => resolve({ exitCode, ...said })));
  void ended.then(({ out, err }) => url.reject(new Error(`it ended: ${out}${err}`)));
  url.promise.catch(() => {}); // not everybody asks
  const prints = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(said.out);
        if (found) resolve(found[0]);
      };
      look();
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`it never printed ${String(pattern)}: ${said.out}${said.err}`)));
    });
  return {
    prints,
    url: url.promise,
    ended,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
