import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passingFolder } from '#test/support/folder.ts';
import { examine } from '#src/examining.ts';
import { readConfig } from '#src/config.ts';
import { run } from '#src/cli/run.ts';
import type { Context, NamedSetup, Section } from '#src/cli/context.ts';
import { Problem } from '#src/problem.ts';

const folder = passingFolder('doctor');

/** A terminal for commands that need neither data nor a desk. */
function terminal(parts: Partial<Pick<Context, 'examine' | 'setUps'>>, env: Record<string, string> = {}) {
  const said = { out: '', err: '' };
  const context = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    config: readConfig(env),
    playground: { account: 'playground', dmOf: (person: string) => person },
    ...parts,
  } as Context; // these commands use nothing else
  return { type: async (...argv: string[]) => ({ exitCode: await run(argv, context), ...said }) };
}

describe('doctor', () => {
  const well: Section = { name: 'Data', findings: [{ item: 'database', ok: true, says: 'PostgreSQL 18' }] };
  const ill: Section = { name: 'Slack', findings: [{ item: 'token', ok: false, says: 'It was revoked.', remedy: 'Make a new one.' }] };

  it('says that all is well', async () => {
    const { type } = terminal({ examine: async () => [well] });
    expect(await type('doctor')).toEqual({ exitCode: 0, out: 'Data\n  ok     database: PostgreSQL 18\n\nAll is well.\n', err: '' });
  });

  it('says each fault with what mends it, and ends with 1', async () => {
    const { exitCode, out, err } = await terminal({ examine: async () => [well, ill] }).type('doctor');
    expect([exitCode, err]).toEqual([1, 'One thing is wrong.\nWhat mends it is said under each FAULT above.\n']);
    expect(out).toContain('Slack\n  FAULT  token: It was revoked.\n         Make a new one.\n');
  });

  it('prints one JSON value', async () => {
    const { out } = await terminal({ examine: async () => [well, ill] }).type('doctor', '--json');
    expect(JSON.parse(out)).toEqual({ well: false, sections: [well, ill] });
  });

  it('hands on where a test message may be posted', async () => {
    const probes: unknown[] = [];
    const { type } = terminal({ examine: async ({ probe }) => (probes.push(probe), [well]) });
    expect(await type('doctor', '--probe', 'slack:C1', '--probe', 'telegram:-100')).toMatchObject({ exitCode: 0 });
    expect(probes).toEqual([{ slack: 'C1', telegram: '-100' }]);
    expect(await type('doctor', '--probe', 'fax:1')).toMatchObject({ exitCode: 2 });
  });
});

describe('what doctor looks at', () => {
  const faults = (sections: Section[]) => sections.flatMap(({ findings }) => findings.filter(({ ok }) => !ok));

  it('makes no data where there are none', async () => {
    const dataDir = join(folder, 'nothing');
    const sections = await examine(readConfig({ ORDERLY_DATA_DIR: dataDir }), { probe: {} });
    expect(faults(sections)).toEqual([]);
    expect(JSON.stringify(sections)).toContain('There are no data in');
    expect(() => rmSync(dataDir)).toThrow('ENOENT');
  });

  it('is told in words where the server is away, and no password with it', async () => {
    const sections = await examine(readConfig({ DATABASE_URL: 'postgres://desk:hunter2@127.0.0.1:1/orderly' }), { probe: {} });
    expect(faults(sections)).toEqual([expect.objectContaining({ item: 'database', remedy: expect.any(String) })]);
    expect(JSON.stringify(sections)).not.toContain('hunter2');
  });

  it('includes migrations, clocks and what waits', async () => {
    const config = readConfig({ ORDERLY_DATA_DIR: join(folder, 'data') });
    const { openDatabase } = await import('#adapters/postgres/database.ts');
    const empty = await openDatabase({ dataDir: config.dataDir });
    await empty.close();
    const before = await examine(config, { probe: {} });
    expect(faults(before)).toEqual([expect.objectContaining({ item: 'migrations', says: expect.stringMatching(/^\d+ are not applied/) })]);
    const migrated = await openDatabase({ dataDir: config.dataDir });
    await migrated.migrate('migrations');
    const held = await examine(config, { probe: {} });
    expect(faults(held)).toEqual([]);
    expect(JSON.stringify(held)).toContain('/readyz');
    await migrated.close();
    const after = await examine(config, { probe: {} });
    expect(faults(after)).toEqual([]);
    expect(after.flatMap(({ findings }) => findings.map(({ item }) => item))).toContain('clocks');
  });
});

describe('platforms sync', () => {
  const setup = (name: 'slack' | 'telegram', changes: string[], sync?: () => never): NamedSetup => ({
    platform: name,
    name,
    setup: {
      sync: sync ?? (async ({ dryRun }) => changes.map((what) => ({ what, done: !dryRun }))),
      invitation: async () => [
        { title: 'Invite it:', text: 'https://example.com/invite' },
        ...(name === 'slack' ? [{ title: 'The manifest:', text: '{}', isLong: true as const }] : []),
      ],
    },
  });

  it('says where the tokens are to be set while there is none', async () => {
    expect(await terminal({ setUps: async () => [] }).type('platforms', 'sync')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('SLACK_BOT_TOKEN'),
    });
  });

  it('says what it did, what it would do, and that nothing was to do', async () => {
    const { type } = terminal({ setUps: async () => [setup('slack', []), setup('telegram', ['register 14 commands'])] });
    const done = await type('platforms', 'sync');
    expect(done.out).toContain('slack\n  everything is as it should be\n');
    expect(done.out).toContain('telegram\n  register 14 commands\n\nslack: Invite it:\n  https://example.com/invite\n');
    expect(done.out).toMatch(/\ntelegram: Invite it:\n {2}https:\/\/example\.com\/invite\n$/);
    expect((await type('platforms', 'sync', '--dry-run')).out).toContain('  would register 14 commands\n');
  });

  it('prints what is long for whoever asks for it, and else how to ask', async () => {
    const { type } = terminal({ setUps: async () => [setup('slack', []), setup('telegram', [])] });
    const { out } = await type('platforms', 'sync');
    expect(out).toContain(
      'https://example.com/invite\n\nslack: the manifest, and links that create the app from it: platforms sync --manifest\n',
    );
    expect(out).not.toContain('The manifest:');
    const whole = terminal({ setUps: async () => [setup('slack', [])] });
    expect((await whole.type('platforms', 'sync', '--manifest')).out).toMatch(/slack: The manifest:\n {2}\{\}\n$/);
  });

  it('shows the page of a rehearsal instead of links to platforms that do not know its bots', async () => {
    const rehearsed = terminal({ setUps: async () => [setup('slack', [])] }, { ORDERLY_REHEARSAL_URL: 'http://127.0.0.1:4100' });
    const { out } = await rehearsed.type('platforms', 'sync');
    expect(out).toMatch(/^slack\n.*\n\nThis is a rehearsal: its people are played on http:\/\/127\.0\.0\.1:4100\n$/);
  });

  it('sets up the others where one platform refuses, and ends with 1', async () => {
    const refuse = (): never => {
      throw new Problem('The token was revoked.', 'Make a new one.');
    };
    const { type } = terminal({ setUps: async () => [setup('slack', [], refuse), setup('telegram', ['set the webhook'])] });
    const { exitCode, out, err } = await type('platforms', 'sync', '--json');
    expect(exitCode).toBe(1);
    expect(err).toContain('slack: The token was revoked.\nMake a new one.\n');
    expect(JSON.parse(out)).toMatchObject([
      { platform: 'slack', fault: 'The token was revoked.' },
      { platform: 'telegram', changes: [{ what: 'set the webhook', done: true }] },
    ]);
  });
});
