import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '#src/config.ts';

/** Something that was sent, and what its platform's own types say it is: `type` as the package `from` exports it. */
export interface Claim {
  type: string;
  from: string;
  value: unknown;
}

/** What the compiler says about payloads that were really sent, by the platform's own types; empty when it has nothing against them. */
export async function typeFaults(claims: Claim[]): Promise<string[]> {
  const cache = join(home, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'types-'));
  try {
    const lines = claims.map(({ type, from, value }, at) => `export const p${at}: import('${from}').${type} = ${JSON.stringify(value)};`);
    writeFileSync(join(folder, 'payloads.ts'), lines.join('\n'));
    const settings = { extends: '../../tsconfig.json', include: ['./payloads.ts'], compilerOptions: { noEmit: true } };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    return await new Promise((resolve) => {
      execFile(join(home, 'node_modules/.bin/tsc'), ['-p', folder], { cwd: home, encoding: 'utf8' }, (_error, out) =>
        resolve(out.split('\n').filter((line) => line.includes('error TS'))),
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
