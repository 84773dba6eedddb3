import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundMessage, PlaygroundState } from '#adapters/playground/answers.ts';
import { scenarios } from '#adapters/playground/page/scenarios/list.ts';
import { wasUsed } from '#adapters/playground/page/tour.ts';
import { words } from '#adapters/playground/page/words.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { Locale } from '#core/text/locale.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isLong, isThorough, onlyThorough } from '#test/support/runs.ts';
import { executable, flags } from './visit.ts';

const desktop: BrowserContextOptions = { viewport: { width: 1400, height: 900 } };
/** The page says that a step is done when its answer is under way. */
const patient = { timeout: 20_000 };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** By which hand somebody goes through a story: what is pointed at, with a mouse or a finger, or the keyboard alone. */
type Hand = 'pointer' | 'keyboard';
const other = { pointer: 'keyboard', keyboard: 'pointer' } as const;
/** Each story is dealt a hand; where there is time, it is then gone through with the other. */
const hands = (dealt: Hand): Hand[] => (isLong ? [dealt, other[dealt]] : [dealt]);
const use = async (hand: Hand, button: Locator): Promise<void> => {
  if (hand === 'pointer') return button.click();
  await button.focus();
  await button.press('Enter');
};

/** The real desk in a process of its own, and somebody who watches the tour in a real browser. */
describe.runIf(isThorough && executable)(`the guided tour${onlyThorough}`, () => {
  const folder = passingFolder('tour');
  let program: Program;
  let browser: Browser;
  let url: string;
  const faults: string[] = [];
  beforeAll(async () => {
    await giveDataFolder(join(folder, 'data'));
    program = startProgram(['start', '--port', '0', '--no-open'], { HOME: folder, ORDERLY_DATA_DIR: join(folder, 'data') });
    [url, browser] = await Promise.all([program.url, chromium.launch({ executablePath: executable ?? '', args: flags })]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.kill('SIGTERM');
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    const wrong = faults.splice(0);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });

  const call = async <T>(path: string, body?: object): Promise<T> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await (await fetch(`${url}/playground/api/${path}`, body ? post : {})).json()) as T; // answers.ts has the shapes
  };
  /**
   * The page with every pane in one look, and no moment longer waited than it must be. The business is as the story before left it,
   * which is asked about: each has people of its own, or begins a fresh one.
   */
  const open = async (options: BrowserContextOptions, look: Platform, locale: Locale): Promise<Page> => {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => request.url().startsWith(url) || faults.push(`asked ${request.url()}`));
    await page.addInitScript((channel) => {
      const { setTimeout: wait } = globalThis;
      Object.assign(globalThis, { setTimeout: (work: () => void, ms: number) => wait(work, Math.min(ms, 10)) });
      if (localStorage.getItem('orderly.panes') !== null) return;
      const panes = ['mei', 'lin', 'grace'].map((person) => ({ person, channel, conversation: `dm:${person}` }));
      localStorage.setItem('orderly.panes', JSON.stringify(panes));
    }, look);
    await page.goto(`${url}/playground`);
    return page;
  };
  const choice = (page: Page, id: string) => page.locator('.tour-choices button').nth(scenarios.findIndex((each) => each.id === id));
  /** Chooses a story; where something was said already it is asked whether to begin a fresh business. */
  const choose = async (page: Page, hand: Hand, id: string, locale: Locale, asked: 'startOver' | 'goOn'): Promise<void> => {
    const isAsked = wasUsed(await call<PlaygroundState>('state'));
    await use(hand, choice(page, id));
    const dialog = page.getByRole('dialog');
    if (isAsked) await use(hand, dialog.getByRole('button', { name: words[locale][asked] }));
    await nextStep(page).waitFor();
    await dialog.waitFor({ state: 'detached' });
  };
  /** What the second hand finds is a fresh business, as the first did. */
  const afresh = (hand: Hand, dealt: Hand) => (hand === dealt ? 'goOn' : 'startOver');
  const nextStep = (page: Page) => page.locator('.tour-steps .primary');
  const done = async (page: Page, step: number): Promise<void> => {
    await page.locator('.tour-title .soft', { hasText: new RegExp(`\\D*${step}\\D`) }).waitFor();
    await page.locator('.tour-steps [aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
  };
  const lengthOf = (id: string): number => scenarios.find((each) => each.id === id)?.steps.length ?? 0;
  const newest = async (customer: string) => (await call<PlaygroundState>('state')).orders.find((order) => order.customer === customer);
  const said = async (as: string, channel: Platform): Promise<string> =>
    (await call<PlaygroundMessage[]>(`messages?as=${as}&channel=${channel}`)).map(({ text }) => text).join('\n');

  it.each(hands('keyboard'))(
    'brings a rush order with a custom wish to its approval, by %s, and goes on after the page was loaded anew',
    async (hand) => {
      const page = await open(desktop, 'telegram', 'en');
      await choose(page, hand, 'rush', 'en', afresh(hand, 'keyboard'));
      for (let step = 1; step <= lengthOf('rush'); step++) {
        await use(hand, nextStep(page));
        await done(page, step);
        if (step === 3) await page.locator('.panel-note mark', { hasText: 'by Friday' }).waitFor();
        if (step === 4) {
          await page.reload();
          await done(page, step);
        }
      }
      await expect.poll(() => newest('ann'), patient).toMatchObject({ state: 'preparing', total: 616000 });
      expect(await said('ann', 'telegram')).toContain('Your special wishes cost');
      await page.locator('.panel-timeline', { hasText: 'approved the order' }).waitFor();
    },
  );

  it.each(hands('pointer'))(
    'lets a customer choose where goods are missing, on a phone by %s, after something else was said',
    async (hand) => {
      const page = await open({ ...phone, colorScheme: 'dark' }, 'slack', 'zh-CN');
      const { now } = await call<PlaygroundState>('state');
      await call('say', { as: 'mei', channel: 'slack', text: '你好' });
      await page.locator('.message.desk').first().waitFor();
      await choose(page, hand, 'shortage', 'zh-CN', 'startOver');
      expect(Date.parse((await call<PlaygroundState>('state')).now)).toBeLessThan(Date.parse(now));
      for (let step = 1; step <= lengthOf('shortage'); step++) {
        await use(hand, nextStep(page));
        await done(page, step);
        // the screen to look at is the one in sight, and nothing is wider than the phone
        expect(await page.locator('.pane:visible').getAttribute('data-watched')).toBe('true');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      }
      await expect.poll(() => newest('mei'), patient).toMatchObject({ state: 'in_transit' });
      const order = await newest('mei');
      expect(order?.lines.map(({ sku }) => sku)).toEqual(['CH-ERGO', 'CH-TASK']);
      await use(hand, page.getByRole('button', { name: '再来一次' }));
      await use(hand, page.getByRole('dialog').getByRole('button', { name: '保持现状继续' }));
      await nextStep(page).waitFor();
      await use(hand, page.getByRole('button', { name: '退出故事' }));
      await choice(page, 'shortage').waitFor();
    },
  );

  it.each(hands('pointer'))(
    'plays a late delivery and the 72 hours after it by itself, begun by %s, up to a person’s answer',
    async (hand) => {
      const page = await open(desktop, 'discord', 'en');
      await choose(page, hand, 'late', 'en', afresh(hand, 'pointer'));
      await use(hand, page.getByRole('button', { name: 'Play' }));
      await nextStep(page).waitFor({ state: 'detached', timeout: 60_000 });
      expect(await page.getByRole('alert').allTextContents()).toEqual([]);
      const words = await said('ann', 'discord');
      expect(words).toContain('reached you 3 days later than we promised');
      expect(words).toContain('I am sorry for the wait');
      await page.locator('.panel-outbox', { hasText: 'delivered late: we apologise instead' }).waitFor();
    },
  );

  it.each(hands('keyboard'))('wins a quiet customer back with a coupon, on a phone by %s', async (hand) => {
    const page = await open(phone, 'telegram', 'zh-TW');
    await choose(page, hand, 'win-back', 'zh-TW', afresh(hand, 'keyboard'));
    for (let step = 1; step <= lengthOf('win-back'); step++) {
      await use(hand, nextStep(page));
      await done(page, step);
    }
    await expect.poll(() => newest('yu'), patient).toMatchObject({ state: 'confirmed', total: 323820 });
    await expect.poll(() => said('lin', 'telegram'), patient).toContain('专属优惠券 · 已发送');
  });

  it('says what is in the way where somebody went another way, and offers to begin once more', async () => {
    const page = await open(desktop, 'telegram', 'en');
    await choose(page, 'pointer', 'shortage', 'en', 'goOn');
    for (const step of [1, 2]) {
      await nextStep(page).click();
      await done(page, step);
    }
    const draft = (await call<PlaygroundMessage[]>('messages?as=raj&channel=telegram')).at(-1);
    const cancel = draft?.buttons.find(({ action }) => action === 'cancel');
    await call('press', { as: 'raj', message: draft?.id, button: cancel?.id });
    await nextStep(page).click();
    await page.getByRole('alert').getByText('The button this step presses is not there').waitFor();
    await page.getByRole('button', { name: 'Once more' }).waitFor();
  });
});
