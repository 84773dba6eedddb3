import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bridge, type Listener } from '#adapters/postgres/bridge.ts';
import { message, statementBytes } from '#adapters/postgres/wire.ts';

const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const ready = (status: 'I' | 'T') => message(0x5a, status);

describe('connections that share the one session of the embedded PostgreSQL', () => {
  test('reach it in whole messages, however their bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        async (texts, lengths) => {
          const executed: string[] = [];
          const all = Promise.withResolvers<void>();
          const bridge = new Bridge(async (unit) => {
            executed.push(Buffer.from(unit).toString('hex'));
            if (executed.length === texts.length + 1) all.resolve();
            return ready('I');
          });
          const connection = bridge.connect(silent());
          const bytes = Buffer.concat([startup, ...texts.map(statementBytes)]);
          for (let at = 0; at < bytes.length;) {
            const { value: length } = lengths.next();
            connection.receive(bytes.subarray(at, at + length));
            at += length;
          }
          await all.promise;
          expect(executed).toEqual([startup, ...texts.map(statementBytes)].map((unit) => Buffer.from(unit).toString('hex')));
        },
      ),
    );
  });

  test('wait for the transaction of another to end, also when that one just goes away', async () => {
    const executed: string[] = [];
    const second = Promise.withResolvers<void>();
    const bridge = new Bridge(async (unit) => {
      const text = Buffer.from(unit)
        .toString('latin1')
        .replaceAll(/[^a-z0-9 ]/g, '');
      executed.push(text);
      if (text === 'second') second.resolve();
      return ready(text === 'begin' ? 'T' : executed.at(-2) === 'begin' ? 'T' : 'I');
    });
    const first = bridge.connect(silent());
    const other = bridge.connect(silent());
    first.receive(Buffer.concat([startup, statementBytes('begin')]));
    other.receive(Buffer.concat([startup, statementBytes('second')]));
    first.close();
    await second.promise;
    expect(executed.filter((text) => text !== '')).toEqual(executed.includes('begin') ? ['begin', 'rollback', 'second'] : ['second']);
  });

  test('all hear at once when it dies, and so does who comes later', async () => {
    const bridge = new Bridge(async (unit) => {
      if (Buffer.from(unit).includes('fatal')) throw { message: 'Program terminated with exit(1)' };
      return ready('I');
    });
    const closed = [1, 2, 3].map(() => Promise.withResolvers<Error | null>());
    const [killer, waiting] = closed.map(({ resolve }) => bridge.connect({ data: () => {}, closed: resolve }));
    killer?.receive(Buffer.concat([startup, statementBytes('fatal')]));
    waiting?.receive(Buffer.concat([startup, statementBytes('select 1')]));
    expect(await closed[0]?.promise).toMatchObject({ code: 'engine_failed' });
    expect(await closed[1]?.promise).toMatchObject({ code: 'engine_failed' });
    bridge.connect({ data: () => {}, closed: (error) => closed[2]?.resolve(error) }).receive(startup);
    expect(await closed[2]?.promise).toMatchObject({ message: expect.stringContaining('exit(1)') });
    await expect(bridge.exclusively(async () => {})).rejects.toMatchObject({ code: 'engine_failed' });
  });
});

function silent(): Listener {
  return { data: () => {}, closed: () => {} };
}
