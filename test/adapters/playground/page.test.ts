import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundState } from '#adapters/playground/answers.ts';
import { saveAhead } from '#adapters/playground/clock.store.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, type Stage } from './stage.ts';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!executable) console.warn('The page of the playground is not tried: there is no Chromium on this machine.');

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!executable)('the page of the playground', () => {
  let db: OpenDatabase;
  let browser: Browser;
  let stage: Stage;
  let server: ReturnType<typeof createAdaptorServer>;
  let home: string;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    stage = await openStage(db);
    server = createAdaptorServer({ fetch: stage.app.fetch, hostname: '127.0.0.1' });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    browser = await chromium.launch({ executablePath: executable ?? '', args: flags });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await new Promise((closed) => {
      server.close(closed);
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    await db.close();
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await forgetMessages(db.sql);
    await saveAhead(db.sql, 0n);
    const foreign = asked.splice(0).filter((url) => !url.startsWith(`${home}/playground`));
    const wrong = [...faults.splice(0), ...foreign.map((url) => `asked ${url}`)];
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });

  async function open(options: BrowserContextOptions = {}, seen?: (state: PlaygroundState) => PlaygroundState): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 900 }, ...options });
    const page = await context.newPage();
    if (seen)
      await page.route('**/api/state', async (route) =>
        route.fulfill({ json: seen((await (await route.fetch()).json()) as PlaygroundState) }),
      ); // the state has this shape
    page.setDefaultTimeout(10_000);
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${home}/playground`);
    await page.locator('.pane, .nobody').first().waitFor();
    return page;
  }

  const paneOf = (page: Page, name: string) => page.locator('.pane').filter({ has: page.getByRole('textbox', { name }) });

  it('shows a customer, a colleague and a manager side by side, and every request stays on this machine', async () => {
    const page = await open();
    for (const name of ['Mei Chen', 'Lin Zhou', 'Grace Wu']) expect(await paneOf(page, name).isVisible()).toBe(true);
    expect(await paneOf(page, 'Mei Chen').getByRole('radio', { name: 'Telegram' }).isChecked()).toBe(true);
    expect(asked.map((url) => new URL(url).pathname)).toEqual(
      expect.arrayContaining(['/playground', '/playground/page.js', '/playground/page.css', '/playground/api/state']),
    );
  });

  it('takes an order and a decision by keyboard alone', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'Mei' }).focus();
    await page.keyboard.type('two chairs');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('black');
    await page.keyboard.press('Enter');
    const mei = paneOf(page, 'Mei Chen');
    const confirm = mei.getByRole('button', { name: 'Confirm' });
    await confirm.waitFor();
    expect(await mei.locator('.own .bubble .words').textContent()).toBe('two chairs\nblack');
    expect(await page.getByRole('textbox', { name: 'Mei' }).inputValue()).toBe('');

    await confirm.focus();
    await page.keyboard.press('Enter');
    await mei.getByText('edited').waitFor();
    await confirm.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.matches('.message'));

    const reject = paneOf(page, 'Lin Zhou').getByRole('button', { name: 'Reject' });
    await reject.focus();
    await page.keyboard.press('Space');
    const dialog = page.getByRole('dialog', { name: 'Why not?' });
    await dialog.waitFor();
    await dialog.getByLabel('Reason').focus();
    await page.keyboard.type('bad');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('Give a better reason.').waitFor();
    await page.keyboard.type(' weather');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await paneOf(page, 'Lin Zhou').getByText('Rejected: bad weather').waitFor();
  });

  it('keeps the focus in a form, closes it with Esc, and gives the focus back', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    const cancel = paneOf(page, 'Mei Chen').getByRole('button', { name: 'Cancel' });
    await cancel.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await cancel.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('keeps the end in sight when a card above it grows', async () => {
    const page = await open({ viewport: { width: 1400, height: 600 } });
    const field = page.getByRole('textbox', { name: 'Mei' });
    for (const words of ['two chairs', 'three desks']) {
      await field.fill(words);
      await page.keyboard.press('Enter');
      await paneOf(page, 'Mei Chen').locator('.own:not(.echo) .bubble', { hasText: words }).waitFor();
    }
    const list = paneOf(page, 'Mei Chen').getByRole('log');
    await list
      .locator('.balloon')
      .first()
      .evaluate((card) => card.append(Object.assign(document.createElement('p'), { textContent: 'more\n'.repeat(40), className: 'text' })));
    await expect.poll(() => list.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)).toBeLessThan(2);
  });

  it('shows what was just said and what answers it to somebody who has scrolled up', async () => {
    const page = await open({ viewport: { width: 1400, height: 500 } });
    const field = page.getByRole('textbox', { name: 'Mei' });
    const list = paneOf(page, 'Mei Chen').getByRole('log');
    for (const words of ['two chairs', 'three desks', 'four lamps']) {
      await list.evaluate((element) => (element.scrollTop = 0));
      await field.fill(words);
      await page.keyboard.press('Enter');
      await paneOf(page, 'Mei Chen').locator('.own:not(.echo) .bubble', { hasText: words }).waitFor();
      await expect.poll(() => list.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)).toBeLessThan(2);
    }
    await list.evaluate((element) => (element.scrollTop = 0));
    await stage.post('say', { as: 'mei', channel: 'telegram', text: 'and one from elsewhere' });
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'New messages' }).waitFor();
    expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
  });

  it('marks the channel in which something waits, until it is looked at', async () => {
    const page = await open();
    await page.getByLabel('Person: Grace Wu').selectOption('ann');
    await page.getByLabel('Person: Lin Zhou').selectOption('grace');
    const grace = paneOf(page, 'Grace Wu');
    await grace.getByRole('radio', { name: 'Slack' }).click();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).click();
    await grace.getByRole('radio', { name: 'review new messages' }).click();
    await grace.getByText('HO-1001 needs a decision').waitFor();
    await grace.getByRole('radio', { name: 'Direct' }).click();
    await grace.getByText('Nothing here yet').waitFor();
    expect(await grace.getByRole('radio', { name: 'review' }).count()).toBe(1);
    expect(await grace.locator('.unread').count()).toBe(0);
  });

  it('opens a business of its own with its people on their own platforms, and offers no way to throw it away', async () => {
    const page = await open({}, (state) => ({
      ...state,
      demo: false,
      people: state.people.flatMap((person) => (person.id === 'lin' ? [{ ...person, channels: [person.channel] }] : [])),
    }));
    const platforms = paneOf(page, 'Lin Zhou').first().locator('.platforms');
    expect(await platforms.getByRole('radio', { name: 'Slack' }).isChecked()).toBe(true);
    expect(await platforms.getByRole('radio').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Start over' }).count()).toBe(0);
  });

  it('says how somebody comes in where nobody is', async () => {
    const page = await open({}, (state) => ({ ...state, people: [], conversations: [] }));
    await page.getByText('people add').waitFor();
  });

  it('does not send while an input method composes', async () => {
    const page = await open();
    const field = page.getByRole('textbox', { name: 'Mei' });
    await field.fill('wo yao');
    await field.evaluate((element) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
    );
    expect(await field.inputValue()).toBe('wo yao');
    expect(stage.desk.heard.some((incoming) => incoming.kind === 'message' && incoming.text === 'wo yao')).toBe(false);
  });

  it('says below the card why a press on it was refused', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Change' }).click();
    const card = paneOf(page, 'Mei Chen').locator('.message.desk');
    await card.getByRole('alert').getByText('That button is no longer valid.').waitFor();
    await card.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('shows words of a person as words, whatever is in them', async () => {
    const page = await open();
    const words = '<img src=x onerror=alert(1)> **not bold** &amp;';
    await page.getByRole('textbox', { name: 'Mei' }).fill(words);
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).waitFor();
    expect(await paneOf(page, 'Mei Chen').locator('.own .bubble .words').textContent()).toBe(words);
    expect(await page.locator('.messages img').count()).toBe(0);
  });

  it('answers a message by keyboard, shows which, and lets go of it with Esc', async () => {
    const page = await open();
    const field = page.getByRole('textbox', { name: 'Mei' });
    await field.fill('two chairs');
    await page.keyboard.press('Enter');
    const mei = paneOf(page, 'Mei Chen');
    const reply = mei.getByRole('button', { name: 'Reply to: Is this what you would like? two chairs' });
    await reply.focus();
    await page.keyboard.press('Enter');
    await mei.getByText('Reply to Is this what').waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await mei.getByText('Reply to Is this what').waitFor({ state: 'detached' });
    await reply.focus();
    await page.keyboard.press('Space');
    await mei.getByText('Reply to Is this what').waitFor();
    await page.keyboard.type('three rather');
    await page.keyboard.press('Enter');
    await mei.locator('.answers', { hasText: 'Is this what you would like? two chairs' }).waitFor();
    const answered = (await stage.messages('mei', 'telegram')).find(({ from }) => from === 'desk');
    expect(stage.desk.heard.at(-1)).toMatchObject({ text: 'three rather', replyTo: answered?.id });
  });

  it('sends a picture and a text by keyboard, shows the picture, and says at once what cannot be sent', async () => {
    const page = await open();
    const mei = paneOf(page, 'Mei Chen');
    const attach = mei.getByRole('button', { name: 'Attach a file' });
    const pick = async (...files: { name: string; mimeType: string; buffer: Buffer }[]) => {
      const chooser = page.waitForEvent('filechooser');
      await attach.focus();
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(files);
    };
    await pick({ name: 'run.html', mimeType: 'text/html', buffer: Buffer.from('<b>') });
    await mei.getByRole('alert').getByText('run.html cannot be sent here').waitFor();
    await pick({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(1024 * 1024 + 1) });
    await mei.getByRole('alert').getByText('big.png is too large').waitFor();
    await pick(
      { name: 'dot.png', mimeType: 'image/png', buffer: dot },
      { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hi') },
    );
    await mei.getByRole('button', { name: 'Remove a.txt' }).waitFor();
    await mei.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    const picture = mei.getByRole('img', { name: 'dot.png' });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
    expect(await mei.getByRole('link', { name: 'a.txt' }).getAttribute('download')).toBe('a.txt');
    expect(await mei.getByRole('button', { name: 'Remove dot.png' }).count()).toBe(0);
  });

  it('moves the clock, and what the desk says meanwhile arrives by itself', async () => {
    const page = await open();
    stage.desk.due.push(stage.clock.now().add({ hours: 30 }));
    await page.getByRole('button', { name: '+72 h' }).click();
    await paneOf(page, 'Mei Chen').getByText('Has everything arrived as you wished?').waitFor();
  });

  it('speaks Chinese where the reader does, and remembers another choice', async () => {
    const page = await browser.newContext({ locale: 'zh-CN' }).then((context) => context.newPage());
    await page.goto(`${home}/playground`);
    await page.getByRole('button', { name: '+72 小时' }).waitFor();
    await page.getByLabel('语言').selectOption('zh-TW');
    await page.getByRole('button', { name: '+72 小時' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '+72 小時' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
  });

  it('starts over only when it is confirmed', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    await paneOf(page, 'Mei Chen').getByText('Nothing here yet').waitFor();
  });

  it('fits a phone: one person at a time, nothing wider than the screen', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    expect(await paneOf(page, 'Lin Zhou').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Lin Zhou' }).tap();
    expect(await page.locator('.pane:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
