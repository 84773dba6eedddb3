import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executable, flags } from '#test/adapters/playground/visit.ts';
import { isLong, onlyLong } from '#test/support/runs.ts';
import { openRehearsing, type Rehearsing } from './rehearsing.ts';

/** Somebody plays everybody, in a real browser, before a real desk. */
describe.runIf(isLong && executable)(`the page of a rehearsal${onlyLong}`, () => {
  let stage: Rehearsing;
  let browser: Browser;
  const wrong: string[] = [];
  beforeAll(async () => {
    [stage, browser] = await Promise.all([openRehearsing(), chromium.launch({ executablePath: executable ?? '', args: flags })]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 860 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => !request.url().startsWith(stage.url) && wrong.push(`asked ${request.url()}`));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(stage.url);
    await page.locator('.stage').waitFor();
    return page;
  };
  const go = (page: Page, channel: string, place: string) =>
    page.locator(`.stage-platform.${channel}`).getByRole('button', { name: place }).click();
  const write = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: /^Write as/ }).fill(text);
    await page.keyboard.press('Enter');
  };
  const faultsOf = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate(`axe.run('body', { resultTypes: ['violations'] })`)) as AxeResults; // the line before brought it
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  };

  it('shows an order through, from the code to the approval, live and by keyboard', async () => {
    const page = await open();
    await page
      .locator('.hears.on')
      .nth(stage.channels.length - 1)
      .waitFor();
    await go(page, 'slack', 'Ada');
    await write(page, stage.code);
    await page.getByText('You are now the administrator').first().waitFor();
    await go(page, 'slack', 'order-desk');
    await write(page, '/orderly desk here review');
    await page.getByText('From now on here').first().waitFor();
    await go(page, 'slack', 'Mei');
    await write(page, '3 coffee mugs to 88 North Road, Shanghai');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('spinbutton').fill('30');
    await page
      .getByRole('button', { name: 'Save' })
      .or(page.getByRole('button', { name: 'Submit' }))
      .click();
    await page.getByText('€285.00').first().waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.locator('.stage-platform.slack li').filter({ hasText: 'order-desk' }).locator('.unread').waitFor();
    for (let steps = 0; steps < 4; steps++) await page.keyboard.press('Alt+ArrowDown');
    expect(await page.locator('.place-title').textContent()).toBe('order-desk');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await go(page, 'slack', 'Mei');
    await page
      .locator('.look-slack')
      .getByText(/confirmed/i)
      .first()
      .waitFor();
    await page.getByText('What the platform got').last().click();
    expect(JSON.parse((await page.locator('.as-sent[open] pre').last().textContent()) ?? '')).toHaveProperty('blocks');
  });

  it('edits and deletes what somebody said', async () => {
    const page = await open();
    await go(page, 'discord', 'Ben');
    await write(page, 'hello there');
    const said = page.locator('.message.own');
    await said.hover();
    await said.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Edit the message' }).fill('hello again');
    await page.getByRole('button', { name: 'Save' }).click();
    await said.getByText('hello again').waitFor();
    await said.getByText('edited').waitFor();
    await said.hover();
    await said.getByRole('button', { name: 'Delete' }).click();
    await said.waitFor({ state: 'detached' });
  });

  it('switches a fault on and off, and shows with what a desk is started while none listens', async () => {
    const page = await open();
    await go(page, 'slack', 'Mei');
    const slack = page.locator('.stage-platform.slack');
    await slack.getByText('Faults').click();
    await slack.getByRole('switch', { name: 'Platform down' }).click();
    await page.locator('.connect pre').filter({ hasText: 'SLACK_BOT_TOKEN=' }).waitFor();
    await slack.getByRole('switch', { name: 'Platform down' }).click();
    await page.locator('.connect').waitFor({ state: 'detached' });
  });

  it.each([
    { colorScheme: 'light', locale: 'en-GB', title: 'Rehearsal' },
    { colorScheme: 'dark', locale: 'zh-CN', title: '演练' },
    { colorScheme: 'light', locale: 'zh-TW', title: '演練', viewport: { width: 390, height: 800 } },
  ] as const)('can be used by everybody: $locale, $colorScheme', async ({ title, ...options }) => {
    const page = await open(options);
    expect(await page.locator('.tag').textContent()).toBe(title);
    await page.locator('.stage-platform.slack summary').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
  });
});
