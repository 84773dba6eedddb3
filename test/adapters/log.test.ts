import { expect, it } from 'vitest';
import { createLog } from '#adapters/log.ts';

function someLog(level: 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = [];
  return { log: createLog({ level, terminal: false, to: { write: (line) => void lines.push(line) } }), lines };
}

it('writes an event and its facts as one line of JSON', () => {
  const { log, lines } = someLog();
  log.info({ order: 'O-1001', action: 'confirm' }, 'order.acted');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'order.acted', order: 'O-1001', action: 'confirm' });
});

it('leaves out what nobody listed, and says so', () => {
  const { log, lines } = someLog();
  log.info({ order: 'O-1001', text: 'my address is ...', phone: '+49' }, 'order.acted');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ unlisted: ['text', 'phone'] });
  expect(lines[0]).not.toMatch(/address is|\+49/);
});

it('keeps the message of an error to itself: a database quotes what people wrote', () => {
  const { log, lines } = someLog();
  log.error({ error: new TypeError('invalid input: "Ann, 12 Elm Street"') }, 'desk.failed');
  expect(lines[0]).toContain('TypeError');
  expect(lines[0]).toContain('log.test.ts');
  expect(lines[0]).not.toContain('Elm Street');
});

it('writes amounts and moments, and never what is inside an object', () => {
  const { log, lines } = someLog();
  log.info({ count: 12n, due: Temporal.Instant.from('2026-11-25T04:00:00Z'), key: { secret: 'abc' } }, 'job.planned');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ count: '12', due: '2026-11-25T04:00:00Z', key: '[object]' });
});

it('is quiet below its level', () => {
  const { log, lines } = someLog('warn');
  log.info({}, 'order.acted');
  expect(lines).toEqual([]);
});
