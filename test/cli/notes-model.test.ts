import { afterAll, beforeAll, expect, it } from 'vitest';
import recorded from '#adapters/replay/answers.json' with { type: 'json' };
import { openTerminal } from './office.ts';

let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

const line = (note: string): string =>
  `${JSON.stringify({ id: note, order_date: '2026-11-25', timezone: 'Asia/Shanghai', lines: [{ sku: 'CH', name: 'Ergonomic chair', qty: 2 }], note })}\n`;

it('reads notes with recorded answers beside the rules, and says where none is recorded', async () => {
  const note = 'URGENT, navy please, hole 8.5 mm, before Friday';
  expect(recorded.some((one) => one.note === note)).toBe(true);
  const { out, exitCode } = await terminal.feed([line(note), line('urgent, and mind the cat')], 'notes', 'read', '--reader', 'replay');
  expect(exitCode).toBe(0);
  const [known, unknown] = out
    .trim()
    .split('\n')
    .map((text): { urgent: boolean; reading: { reader: string; degraded: string | null; second: { items: object[] } } } =>
      JSON.parse(text),
    );
  expect(known).toMatchObject({ urgent: true, reading: { reader: 'rules+model', degraded: null } });
  expect(known?.reading.second.items.length).toBe(4);
  expect(unknown).toMatchObject({ urgent: true, reading: { reader: 'rules', degraded: 'not_recorded' } });
});

it('exports nothing where staff have said nothing', async () => {
  expect(await terminal.type('notes', 'export')).toMatchObject({ exitCode: 0, out: '' });
});
