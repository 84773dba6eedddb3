import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { executable, openVisit, paneOf, type Visit } from './visit.ts';

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

describe.runIf(isThorough && executable)(`the page of the playground${onlyThorough}`, () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit();
  }, 60_000);
  afterAll(() => visit?.close());
  afterEach(() => visit.tidy());

  it('shows a customer, a colleague and a manager side by side, and every request stays on this machine', async () => {
    const page = await visit.open();
    for (const name of ['Mei Chen', 'Lin Zhou', 'Grace Wu']) expect(await paneOf(page, name).isVisible()).toBe(true);
    expect(await paneOf(page, 'Mei Chen').getByRole('radio', { name: 'Telegram' }).isChecked()).toBe(true);
    expect(visit.asked.map((url) => new URL(url).pathname)).toEqual(
      expect.arrayContaining(['/playground', '/playground/page.js', '/playground/page.css', '/playground/api/state']),
    );
  });

  it('has the team’s channels speak the language of the page, and the one that is chosen on it', async () => {
    const before = visit.stage.spoken().length;
    const page = await visit.open({ locale: 'zh-HK' });
    await page.waitForFunction(() => document.documentElement.lang === 'zh-TW');
    await page.locator('.bar select').first().selectOption('en');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await expect.poll(() => visit.stage.spoken().slice(before)).toEqual(['zh-TW', 'en']);
  });

  it('takes an order and a decision by keyboard alone', async () => {
    const page = await visit.open();
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
    const page = await visit.open();
    await page.getByRole('textbox', { name: 'Lin' }).fill('two chairs');
    await page.keyboard.press('Enter');
    const cancel = paneOf(page, 'Lin Zhou').getByRole('button', { name: 'Cancel' });
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
    const page = await visit.open({ viewport: { width: 1400, height: 600 } });
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

  it('does not send while an input method composes', async () => {
    const page = await visit.open();
    const field = page.getByRole('textbox', { name: 'Mei' });
    await field.fill('wo yao');
    await field.evaluate((element) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
    );
    expect(await field.inputValue()).toBe('wo yao');
    expect(visit.stage.desk.heard.some((incoming) => incoming.kind === 'message' && incoming.text === 'wo yao')).toBe(false);
  });

  it('shows words of a person as words, whatever is in them', async () => {
    const page = await visit.open();
    const words = '<img src=x onerror=alert(1)> **not bold** &amp;';
    await page.getByRole('textbox', { name: 'Mei' }).fill(words);
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).waitFor();
    expect(await paneOf(page, 'Mei Chen').locator('.own .bubble .words').textContent()).toBe(words);
    expect(await page.locator('.messages img').count()).toBe(0);
  });

  it('answers a message by keyboard, shows which, and lets go of it with Esc', async () => {
    const page = await visit.open();
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
    const answered = (await visit.stage.messages('mei', 'telegram')).find(({ from }) => from === 'desk');
    expect(visit.stage.desk.heard.at(-1)).toMatchObject({ text: 'three rather', replyTo: answered?.id });
  });

  it('sends a picture and a text by keyboard, shows the picture, and says at once what cannot be sent', async () => {
    const page = await visit.open();
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
    await mei.getByRole('button', { name: 'Remove dot.png' }).waitFor({ state: 'detached' });
  });

  it('moves the clock, and what the desk says meanwhile arrives by itself', async () => {
    const page = await visit.open();
    visit.stage.desk.due.push(visit.stage.clock.now().add({ hours: 30 }));
    await page.getByRole('button', { name: '+72 h' }).click();
    await paneOf(page, 'Mei Chen').getByText('Has everything arrived as you wished?').waitFor();
  });

  it('shows a business of one’s own its clock, and no way to move it', async () => {
    const page = await visit.open({}, (state) => ({ ...state, demo: false }));
    await page.locator('.clock time').waitFor();
    expect(await page.locator('.clock button').count()).toBe(0);
  });

  it('speaks Chinese where the reader does, and remembers another choice', async () => {
    const page = await visit.browser.newContext({ locale: 'zh-CN' }).then((context) => context.newPage());
    await page.goto(`${visit.home}/playground`);
    await page.getByRole('button', { name: '+72 小时' }).waitFor();
    await page.getByLabel('语言').selectOption('zh-TW');
    await page.getByRole('button', { name: '+72 小時' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '+72 小時' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
  });

  it('starts over only when it is confirmed', async () => {
    const page = await visit.open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    await paneOf(page, 'Mei Chen').getByText('Nothing here yet').waitFor();
  });

  it('offers a fresh business before a story once somebody else spoke, or the clock was moved, and not before', async () => {
    const page = await visit.open();
    const begin = () => page.locator('.tour-choices button').first().click();
    await begin();
    await page.getByRole('button', { name: 'Leave the story' }).click();
    // nobody of this story
    await visit.stage.post('say', { as: 'grace', channel: 'discord', text: 'hello' });
    await page.reload();
    await begin();
    await page.getByRole('dialog').getByText('lead the story astray').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over and begin' }).click();
    await page.getByRole('button', { name: 'Leave the story' }).click();
    await visit.stage.post('clock', { advance: 'PT1H' });
    await page.reload();
    await begin();
    await page.getByRole('dialog', { name: 'Begin with a fresh business?' }).waitFor();
  });

  it('fits a phone: one person at a time, nothing wider than the screen', async () => {
    const page = await visit.open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    expect(await paneOf(page, 'Lin Zhou').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Lin Zhou' }).tap();
    expect(await page.locator('.pane:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
