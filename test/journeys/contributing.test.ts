import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '#src/config.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const bin = join(home, 'node_modules', '.bin');
/** Everything that the examples touch or that compiles with them. */
const copied = ['bin', 'migrations', 'package.json', 'scripts', 'src', 'test', 'tsconfig.json', 'vitest.config.ts', '.env.example'];

/** A machine that is busy compiles slowly; nothing here is timed. */
const patience = 300_000;

interface Block {
  /** What is done: a shell's lines, a change to a file, or a new file. */
  kind: 'sh' | 'diff' | 'new';
  file: string;
  text: string;
}

/** The blocks of the examples, under the name of each. */
const examples = readFileSync(join(home, 'CONTRIBUTING.md'), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    name: text.split('\n')[0] ?? '',
    blocks: Array.from(text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm), blockOf),
  }));

function blockOf([, language = '', file = '', text = '']: RegExpMatchArray): Block {
  if (language === 'sh') return { kind: 'sh', file: '', text };
  return { kind: language === 'diff' ? 'diff' : 'new', file, text };
}

/** What several examples type makes a file anew from all that stands there: it is enough that the last of them does. */
const lastToSay = (text: string): string | undefined =>
  examples.findLast(({ blocks }) => blocks.some((block) => block.kind === 'sh' && block.text === text))?.name;

// it compiles everything
describe.runIf(isThorough)(`the examples of CONTRIBUTING, taken to a copy${onlyThorough}`, () => {
  let copy: string;
  const run = (command: string, args: string[]): { exitCode: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: copy,
      encoding: 'utf8',
      timeout: patience,
      env: { PATH: `${bin}:${process.env['PATH']}`, HOME: copy },
    });
    return { exitCode: status, said: `${stdout}${stderr}` };
  };
  beforeAll(() => {
    copy = realpathSync(mkdtempSync(join(tmpdir(), 'orderly-copy-')));
    for (const name of copied) cpSync(join(home, name), join(copy, name), { recursive: true });
    symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('are one of each', () => {
    expect(examples.map(({ name }) => name)).toEqual([
      'A platform',
      'An action',
      'An order kind',
      'A check',
      'A campaign or a touch',
      'A language',
    ]);
  });

  it.for(examples.map(({ name, blocks }) => [name, blocks] as const))('%s can be followed to the letter', ([name, blocks]) => {
    expect(blocks.length).toBeGreaterThan(3);
    for (const { kind, file, text } of blocks) {
      if (kind === 'sh' && lastToSay(text) !== name) continue;
      if (kind === 'sh') expect(run('sh', ['-ec', text])).toMatchObject({ exitCode: 0 });
      else if (kind === 'diff') change(join(copy, file), text);
      else {
        mkdirSync(dirname(join(copy, file)), { recursive: true });
        writeFileSync(join(copy, file), text, { flag: 'wx' });
      }
    }
  });

  it('compile, all of them together', { timeout: patience }, () => {
    writeFileSync(
      join(copy, 'tsconfig.examples.json'),
      JSON.stringify({ extends: './tsconfig.json', include: ['src', 'test/adapters/presses'] }),
    );
    expect(run('tsc', ['--project', 'tsconfig.examples.json'])).toEqual({ exitCode: 0, said: '' });
  });

  it('do what they say', { timeout: patience }, () => {
    const { exitCode, said } = run('node', ['test/support/contributed.mjs']);
    expect(exitCode, said).toBe(0);
    expect(JSON.parse(said)).toEqual({
      platform: { payload: { msgtype: 'm.notice', body: expect.stringContaining('[Confirm]') }, pressed: { ok: true } },
      action: { history: expect.stringContaining('You made a remark'), event: 'order.remark' },
      orderKind: { kind: 'rental', state: 'confirmed', mayReorder: false },
      check: { state: 'in_review', reason: expect.stringContaining('nobody can hand a parcel to a post box') },
      touch: { twoWeeksOn: expect.stringContaining('Two weeks on: does what came with order') },
      language: { button: 'Bestellen', product: 'Desk lamp' },
    });
  });
});

/** Puts the lines with a plus in the place of those with a minus; the lines around them must stand there once, the last may go on. */
function change(file: string, diff: string): void {
  const lines = diff.trimEnd().split('\n');
  const of = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line[0] ?? ' '))
      .map((line) => line.slice(1))
      .join('\n');
  const before = of(' -');
  const text = readFileSync(file, 'utf8');
  const parts = `\n${text}`.split(`\n${before}`);
  expect(parts.length - 1, `${file} has once:\n${before}`).toBe(1);
  writeFileSync(file, parts.join(`\n${of(' +')}`).slice(1));
}
