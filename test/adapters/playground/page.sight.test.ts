import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { executable, openVisit, paneOf, type Visit } from './visit.ts';

describe.runIf(isThorough && executable)(`what is in sight on the page of the playground${onlyThorough}`, () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit();
  }, 60_000);
  afterAll(() => visit?.close());
  afterEach(() => visit.tidy());

  it('shows what was just said and what answers it to somebody who has scrolled up', async () => {
    const page = await visit.open({ viewport: { width: 1400, height: 500 } });
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
    await visit.stage.post('say', { as: 'mei', channel: 'telegram', text: 'and one from elsewhere' });
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'New messages' }).waitFor();
    expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
  });

  it('marks the channel in which something waits, until it is looked at', async () => {
    const page = await visit.open();
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
    await grace.locator('.unread').waitFor({ state: 'detached' });
  });

  it('opens a business of its own with its people on their own platforms, and offers no way to throw it away', async () => {
    const page = await visit.open({}, (state) => ({
      ...state,
      demo: false,
      people: state.people.flatMap((person) => (person.id === 'lin' ? [{ ...person, channels: [person.channel] }] : [])),
    }));
    expect(await page.locator('.pane').count()).toBe(1);
    const platforms = paneOf(page, 'Lin Zhou').locator('.platforms');
    expect(await platforms.getByRole('radio', { name: 'Slack' }).isChecked()).toBe(true);
    expect(await platforms.getByRole('radio').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Start over' }).count()).toBe(0);
    await page.getByText('Ask for an order').waitFor();
    expect(await page.getByText('try one of these').or(page.locator('.suggestions')).count()).toBe(0);
  });

  it('says where somebody talks who is silent in this look, and goes there', async () => {
    await visit.stage.post('say', { as: 'ann', channel: 'slack', text: 'two chairs' });
    const page = await visit.open();
    await page.getByLabel('Person: Mei Chen').selectOption('ann');
    const ann = paneOf(page, 'Ann Price');
    await ann.getByText('two chairs').first().waitFor();
    await ann.getByRole('radio', { name: 'Discord' }).focus();
    await page.keyboard.press('Space');
    await ann.getByText('Ann Price talks with the desk on Slack.').waitFor();
    expect(await ann.locator('.suggestions').count()).toBe(0);
    await ann.getByRole('button', { name: 'Go to Slack' }).focus();
    await page.keyboard.press('Enter');
    await ann.getByText('two chairs').first().waitFor();
    const slack = ann.getByRole('radio', { name: 'Slack' });
    expect(await slack.evaluate((radio: HTMLInputElement) => radio.checked && radio === document.activeElement)).toBe(true);
  });

  it('says how somebody comes in where nobody is', async () => {
    const page = await visit.open({}, (state) => ({ ...state, people: [], conversations: [] }));
    await page.getByText('people add').waitFor();
  });

  it('says that words were not sent while the desk is away, until it is back', async () => {
    const page = await visit.open();
    const keys: (string | undefined)[] = [];
    page.on('request', (asked) => asked.url().endsWith('/say') && keys.push(asked.headers()['idempotency-key']));
    const mei = paneOf(page, 'Mei Chen');
    await mei.getByRole('textbox').fill('two chairs');
    await page.context().setOffline(true);
    await mei.getByRole('button', { name: 'Send' }).click();
    await mei.getByRole('alert').getByText('Not sent. Press Send again.').waitFor();
    await page.locator('.offline').waitFor();
    expect(await mei.getByRole('textbox').inputValue()).toBe('two chairs');
    visit.forgive('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(false);
    await visit.stage.post('say', { as: 'ann', channel: 'slack', text: 'hello' });
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.locator('.offline').waitFor({ state: 'detached' });
    await mei.getByRole('button', { name: 'Send' }).click();
    await mei.locator('.own:not(.echo) .bubble', { hasText: 'two chairs' }).waitFor();
    // the desk may have heard it the first time: the same key lets it count once
    expect(keys).toEqual([expect.any(String), keys[0]]);
  });

  it('says below the card why a press on it was refused', async () => {
    const page = await visit.open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Change' }).click();
    const card = paneOf(page, 'Mei Chen').locator('.message.desk');
    await card.getByRole('alert').getByText('That button is no longer valid.').waitFor();
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
