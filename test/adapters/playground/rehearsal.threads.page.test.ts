import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listening } from '#adapters/http/server.ts';
import { lives } from '#adapters/index.ts';
import { openPage } from '#adapters/playground/page.ts';
import { rehearsalRoutes } from '#adapters/playground/rehearsal/routes.ts';
import type { Rehearsed } from '#adapters/rehearsal.ts';
import { executable, faultsOf, flags } from './visit.ts';

describe.runIf(executable)('a thread on the page of a rehearsal', () => {
  let slack: Rehearsed;
  let server: Listening;
  let browser: Browser;
  beforeAll(async () => {
    slack = await lives.slack.rehearse({ port: 0 });
    server = await listen(rehearsalRoutes({ platforms: [slack], page: openPage('rehearsal') }), { host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: executable ?? '', args: flags });
    const ada = { as: slack.players.find(({ name }) => name === 'Ada')?.id ?? '', place: slack.places.at(-1)?.id ?? '' };
    await slack.say(ada, 'who counts the mugs?', [], null);
    const [root] = slack.see(ada).messages;
    for (let at = 0; at < 25; at++) await slack.say(ada, `I do ${at}`, [], root?.id ?? null);
    for (let at = 0; at < 30; at++) await slack.say(ada, `the weather is fine ${at}`, [], null);
  });
  afterAll(async () => {
    await browser.close();
    await server.close(0);
    await slack.close();
  });

  it.each([
    { width: 390, height: 844, colorScheme: 'light' },
    { width: 1280, height: 860, colorScheme: 'dark' },
  ] as const)(
    'stands below its message, and shows whoever answers in it their own words ($width px)',
    async ({ colorScheme, ...viewport }) => {
      const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce', viewport, colorScheme });
      page.setDefaultTimeout(10_000);
      await page.goto(server.url);
      await page.getByRole('button', { name: /order-desk/ }).click();
      await page.getByText('the weather is fine 29').waitFor();
      const inThread = page.locator('.message.in-thread');
      const before = await inThread.count();
      const root = page.locator('.message', { hasText: 'who counts the mugs?' });
      await root.hover();
      await root.getByRole('button', { name: 'Answer' }).click();
      const words = `no, it is me, at ${viewport.width}`;
      await page.getByRole('textbox', { name: /^Write as/ }).fill(words);
      await page.keyboard.press('Enter');
      const own = inThread.filter({ hasText: words });
      await own.waitFor();
      expect(await inThread.count()).toBe(before + 1);
      const seen = async (): Promise<boolean> => {
        const [message, list] = [await own.boundingBox(), await page.locator('.messages').boundingBox()];
        return message !== null && list !== null && message.y >= list.y && message.y + message.height <= list.y + list.height + 1;
      };
      await expect.poll(seen).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
  );

  it('shows words that are said to everybody at the end', async () => {
    const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 500 } });
    page.setDefaultTimeout(10_000);
    await page.goto(server.url);
    await page.getByRole('button', { name: /order-desk/ }).click();
    await page.getByText('who counts the mugs?').scrollIntoViewIfNeeded();
    await page.getByRole('textbox', { name: /^Write as/ }).fill('lunch?');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('lunch?').isVisible()).toBe(true);
    const gap = () => page.locator('.messages').evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
    await expect.poll(gap).toBeLessThan(80);
    await page.close();
  });
});
