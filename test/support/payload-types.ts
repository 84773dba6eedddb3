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

/** What the compiler says about payloads that were really sent, by the platform's own types: of each it has something against, the first thing. */
export async function typeFaults(claims: Claim[]): Promise<string[]> {
  const cache = join(home, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'types-'));
  try {
    const lines = claims.map(({ type, from, value }, at) => `export const p${at}: import('${from}').${type} = ${spelled(value)};`);
    writeFileSync(join(folder, 'payloads.ts'), lines.join('\n'));
    const settings = { extends: '../../tsconfig.json', include: ['./payloads.ts'], compilerOptions: { noEmit: true } };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const said = await new Promise<string>((resolve) => {
      const options = { cwd: home, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
      execFile(join(home, 'node_modules/.bin/tsc'), ['--pretty', 'false', '-p', folder], options, (_error, out) => resolve(out));
    });
    const faults = said.split('\n').filter((line) => line.includes('error TS'));
    const byClaim = new Map(faults.toReversed().map((fault) => [/\((\d+),/.exec(fault)?.[1] ?? fault, fault]));
    return [...byClaim.entries()].toReversed().map(([line, fault]) => `${claims[Number(line) - 1]?.type}: ${fault}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bits that are set together have no name of their own, so the compiler is told that they are a number. */
const spelled = (value: unknown): string => JSON.stringify(value).replaceAll(/"flags":(\d+)/g, '"flags":$1 as number');

/** The same payload with its innermost part made into what no platform takes. */
export const spoilt = (claim: Claim): Claim => ({ ...claim, value: withInnermostSpoilt(claim.value) });

function withInnermostSpoilt(value: unknown): unknown {
  const deepest = partsOf(value).toSorted(([, a], [, b]) => depthOf(b) - depthOf(a))[0];
  if (!deepest) return { spoilt: true };
  const [name, part] = deepest;
  const bad = withInnermostSpoilt(part);
  return Array.isArray(value) ? value.with(Number(name), bad) : { ...(value as object), [name]: bad };
}

const partsOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

const depthOf = (value: unknown): number => partsOf(value).reduce((most, [, part]) => Math.max(most, 1 + depthOf(part)), 0);
