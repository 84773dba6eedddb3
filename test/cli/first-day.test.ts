import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundMessage, PlaygroundState } from '#adapters/playground/answers.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const folder = passingFolder('first-day');
const start = (): Program =>
  startProgram(['start', '--port', '0', '--no-open', '--empty'], {
    HOME: folder,
    ORDERLY_DATA_DIR: join(folder, 'data'),
    ORDERLY_LOCALE: 'en',
  });
const codeLine = /Nobody leads this desk yet\..* (?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/;
const codeIn = (text: string): string => /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';

/** The whole first day from the chat alone: nothing but the code of the start and a browser. */
describe.runIf(isThorough)(`from an empty desk to a running one${onlyThorough}`, () => {
  let desk: Program;
  let url: string;
  let firstCode: string;
  beforeAll(async () => {
    await giveDataFolder(join(folder, 'data'));
    const before = start();
    firstCode = codeIn(await before.prints(codeLine));
    await before.kill('SIGTERM');
    desk = start();
    url = await desk.url;
  });
  afterAll(async () => {
    await desk.kill('SIGTERM');
  });

  const call = async (path: string, body?: object): Promise<unknown> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${url}/playground/api/${path}`, body ? post : {})).json();
  };
  const state = async () => (await call('state')) as PlaygroundState;
  const seenBy = async (as: string, conversation = `dm:${as}`, channel = 'slack') =>
    (await call(`messages?${new URLSearchParams({ as, channel, conversation }).toString()}`)) as PlaygroundMessage[];
  const says = async (as: string, text: string, more: object = {}): Promise<string> => {
    expect(await call('say', { as, channel: 'slack', text, ...more })).toEqual({ ok: true });
    return (await seenBy(as)).at(-1)?.text ?? '';
  };
  const press = async (as: string, action: string, conversation?: string): Promise<unknown> => {
    const message = (await seenBy(as, conversation)).findLast(({ buttons }) => buttons.some((button) => button.action === action));
    return call('press', { as, message: message?.id, button: message?.buttons.find((button) => button.action === action)?.id, values: {} });
  };
  const file = (name: string, text: string) => ({ files: [{ name, type: 'text/csv', data: Buffer.from(text).toString('base64') }] });

  it('is claimed by the code of this start, not by that of an earlier one', async () => {
    expect((await state()).people.map(({ id }) => id)).toEqual(['visitor-1']);
    expect(await says('visitor-1', firstCode)).toMatch(/^I do not know that code/);
    expect(await says('visitor-1', codeIn(await desk.prints(codeLine)))).toMatch(
      /^Time zone .*\nYou are now the administrator of Our business, Visitor 1/,
    );
    expect((await state()).people).toMatchObject([
      { id: 'visitor-1', role: 'administrator' },
      { id: 'visitor-2', role: 'customer' },
    ]);
  });

  it('gets its name, its products, its stock and a colleague, all from the chat', async () => {
    expect(await says('visitor-1', '/desk name Mugs & More')).toBe('Kept: Name of the business: Mugs & More. /desk shows everything.');
    expect(await says('visitor-1', '/desk currency EUR')).toMatch(/EUR|That is how it was already/);
    expect(await says('visitor-1', '', file('products.csv', 'sku,name_en,price\nMUG-1,Coffee mug,9.50\n'))).toContain('Would be taken: 1');
    expect(await press('visitor-1', 'list_take')).toEqual({ ok: true });
    await says('visitor-1', '', file('stock.csv', 'location,sku,on_hand\nMAIN,MUG-1,40\n'));
    expect(await press('visitor-1', 'list_take')).toEqual({ ok: true });
    const invited = await says('visitor-1', '/team add Wei customer_service 100');
    expect(await says('visitor-2', codeIn(invited))).toMatch(/^Welcome to the team, Wei: customer service \(approves up to €100\.00\)/);
  });

  it('sells, and puts what waits for a decision into the channel that was named for it', async () => {
    await call('say', { as: 'visitor-1', channel: 'slack', text: '/desk here review', conversation: 'team' });
    expect((await seenBy('visitor-2', 'team')).at(-1)?.text).toMatch(/^From now on here: review/);
    await says('visitor-3', '2 coffee mugs to 88 North Road, Shanghai');
    await press('visitor-3', 'confirm');
    const order = (await state()).orders.find(({ customer }) => customer === 'visitor-3');
    expect(order).toMatchObject({ lines: [{ sku: 'MUG-1', quantity: 2 }] });
    if (order?.state === 'in_review') expect(await press('visitor-2', 'approve', 'team')).toEqual({ ok: true });
    expect((await state()).orders[0]).toMatchObject({ state: 'confirmed' });
  });
});
