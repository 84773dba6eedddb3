import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from '#adapters/http/server.ts';
import { lives } from '#adapters/index.ts';
import { openPage } from '#adapters/playground/page.ts';
import { rehearsalRoutes } from '#adapters/playground/rehearsal/routes.ts';
import type { Rehearsed } from '#adapters/rehearsal.ts';
import { renderForTelegram } from '#adapters/telegram/render.ts';
import { richForTelegram } from '#adapters/telegram/rich.ts';
import type { Card } from '#core/messages/card.ts';
import { executable, flags, faultsOf } from './visit.ts';

const hostile = '<img src=x onerror="document.title=1"><b>bold?</b>';
const draft: Card = {
  fallback: 'A draft',
  blocks: [
    { kind: 'heading', text: 'Your order, please check' },
    { kind: 'text', text: `It **waits** for ${hostile}` },
    { kind: 'table', head: ['Product', 'Qty', 'Amount'], rows: [['Coffee mug', '30', '€285.00'], [hostile, '1', '€9.50']] },
    { kind: 'quote', text: 'two mugs, urgent', marks: [{ start: 10, end: 16, label: 'urgent' }] },
    { kind: 'note', text: 'Prices are with tax.' },
    { kind: 'divider' },
    { kind: 'actions', buttons: [{ token: 'confirm-1', action: 'confirm', label: 'Confirm', style: 'primary' }] },
  ],
}; // prettier-ignore
const done: Card = { fallback: 'Done', blocks: [{ kind: 'heading', text: 'All is done' }] };

describe.runIf(executable)('what Telegram got, on the page of a rehearsal', () => {
  let telegram: Rehearsed;
  let server: Listening;
  let browser: Browser;
  let page: Page;
  const wrong: string[] = [];
  beforeAll(async () => {
    telegram = await lives.telegram.rehearse({ port: 0 });
    server = await listen(rehearsalRoutes({ platforms: [telegram], page: openPage('rehearsal') }), { host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: executable ?? '', args: flags });
    page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(server.url);
  });
  afterAll(async () => {
    await browser.close();
    await server.close(0);
    await telegram.close();
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });

  const mei = () => telegram.players.find(({ name }) => name === 'Mei')?.id ?? '';
  /** A call as the desk makes it. */
  const bot = async (
    method: string,
    payload: object,
  ): Promise<{ message_id: number; callback_query?: { data: string }; message?: object }[]> => {
    const { TELEGRAM_API_URL, TELEGRAM_BOT_TOKEN } = telegram.settings;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
    const answer = (await (await fetch(`${TELEGRAM_API_URL}/bot${TELEGRAM_BOT_TOKEN}/${method}`, init)).json()) as {
      ok: boolean;
      result: { message_id: number }[] | { message_id: number };
    }; // every answer of the Bot API
    expect(answer).toMatchObject({ ok: true });
    return [answer.result].flat();
  };

  it('draws a table as one, and whatever somebody wrote in it as text', async () => {
    const [sent] = await bot('sendRichMessage', { chat_id: Number(mei()), ...richForTelegram(draft) });
    const balloon = page.locator('.balloon');
    await balloon.locator('table').waitFor();
    expect(await balloon.locator('th').allTextContents()).toEqual(['Product', 'Qty', 'Amount']);
    expect(await balloon.locator('td').allTextContents()).toEqual(['Coffee mug', '30', '€285.00', hostile, '1', '€9.50']);
    expect(await balloon.locator('h3').textContent()).toBe('Your order, please check');
    expect(await balloon.locator('blockquote').textContent()).toBe('two mugs, urgent');
    expect(await balloon.locator('strong').allTextContents()).toEqual(['waits', 'urgent']);
    expect(await balloon.locator('em').textContent()).toBe('Prices are with tax.');
    expect(await balloon.locator('img, b').count()).toBe(0);
    expect(await page.locator('.messages').textContent()).not.toContain('"blocks"');
    expect(await page.title()).not.toBe('1');
    expect(await faultsOf(page)).toEqual([]);

    const pressing = page.getByRole('button', { name: 'Confirm' }).click();
    const updates = await bot('getUpdates', { timeout: 10 });
    await pressing;
    expect(updates.at(-1)?.callback_query).toMatchObject({ data: 'confirm-1' });

    await bot('editMessageText', { chat_id: Number(mei()), message_id: sent?.message_id, ...renderForTelegram(done).payload });
    await balloon.getByText('All is done').waitFor();
    expect(await balloon.locator('table').count()).toBe(0);
    await bot('editMessageText', { chat_id: Number(mei()), message_id: sent?.message_id, ...richForTelegram(draft) });
    await balloon.locator('table').waitFor();
  });

  it('attaches a file to words, and shows a picture of the desk as a picture', async () => {
    const ben = page.locator('.stage-platform').getByRole('button', { name: 'Ben' });
    await ben.click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.csv', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('sku,qty') });
    await page.locator('.attached').getByText('list.csv').waitFor();
    await page.getByRole('textbox', { name: /^Write as/ }).fill('my list');
    await page.keyboard.press('Enter');
    const own = page.locator('.message.own');
    await own.getByText('my list').waitFor();
    await own.locator('a.file').getByText('list.csv').waitFor();
    expect(await page.locator('.attached').count()).toBe(0);
    const updates = await bot('getUpdates', { timeout: 10 });
    expect(updates.at(-1)).toMatchObject({
      message: { caption: 'my list', document: { file_name: 'list.csv', mime_type: 'text/csv', file_size: 7 } },
    });

    // a picture of one point
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const form = new FormData();
    form.set('chat_id', telegram.players.find(({ name }) => name === 'Ben')?.id ?? '');
    form.set('photo', new Blob([new Uint8Array(png)]), 'cup.png');
    const { TELEGRAM_API_URL, TELEGRAM_BOT_TOKEN } = telegram.settings;
    await fetch(`${TELEGRAM_API_URL}/bot${TELEGRAM_BOT_TOKEN}/sendPhoto`, { method: 'POST', body: form });
    const picture = page.locator('.message.desk .picture img');
    await picture.waitFor();
    await page.waitForFunction(() => (document.querySelector('.message.desk .picture img') as HTMLImageElement).naturalWidth === 1);
    expect(await page.locator('.message.desk .balloon').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.stage-platform').getByRole('button', { name: 'Mei' }).click();
  });

  it('is written out only for whoever opens it, and the conversation ends with its last message', async () => {
    const list = page.locator('.messages');
    for (let count = 0; count < 3; count++) await bot('sendRichMessage', { chat_id: Number(mei()), ...richForTelegram(draft) });
    await page.locator('.message').nth(3).waitFor();
    /** How far below the last message it still scrolls. */
    const beyond = () =>
      list.evaluate((all) => {
        all.scrollTop = all.scrollHeight;
        const [last] = Array.from(all.querySelectorAll('.message')).slice(-1);
        return all.getBoundingClientRect().bottom - (last?.getBoundingClientRect().bottom ?? 0);
      });
    expect(await beyond()).toBeLessThan(60);
    expect(await page.locator('.as-sent pre').count()).toBe(0);
    await page.getByText('What the platform got').last().click();
    const shown: unknown = JSON.parse((await page.locator('.as-sent pre').textContent()) ?? '');
    expect(shown).toEqual(richForTelegram(draft));
    await page.getByText('What the platform got').last().click();
    await page.locator('.as-sent pre').waitFor({ state: 'detached' });
  });
});
