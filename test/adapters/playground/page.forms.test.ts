import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Platform } from '#core/messages/incoming.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { executable, openVisit, paneOf, type Visit } from './visit.ts';

describe.runIf(isThorough && executable)(`a form on the page${onlyThorough}`, () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit();
  }, 60_000);
  afterEach(() => visit.tidy());
  afterAll(() => visit.close());

  /** Mei orders on a platform and presses Cancel on her draft, which asks her why. */
  async function asked(channel: Platform): Promise<{ page: Page; mei: ReturnType<typeof paneOf> }> {
    const page = await visit.open();
    const mei = paneOf(page, 'Mei Chen');
    await mei.locator(`.platforms .${channel}`).click();
    const field = page.getByRole('textbox', { name: 'Mei' });
    await field.fill('two chairs');
    await field.press('Enter');
    await mei.getByRole('button', { name: 'Cancel', exact: true }).click();
    return { page, mei };
  }
  const heard = () => visit.stage.desk.heard.at(-1);

  it('is one modal in Slack, and a refusal is said in it alone', async () => {
    const { page, mei } = await asked('slack');
    const dialog = page.getByRole('dialog', { name: 'Why not?' });
    await dialog.getByLabel('Reason').fill('bad');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByRole('alert').getByText('Give a better reason.').waitFor();
    expect(await mei.getByText('Only you can see this').count()).toBe(0);
    await dialog.getByLabel('Reason').fill('too late');
    await dialog.getByLabel('How to tell them').selectOption('phone');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await mei.getByText('Only you can see this').count()).toBe(0);
    expect(heard()).toMatchObject({ kind: 'form', values: { reason: 'too late', count: '2', way: 'phone', who: '' } });
  });

  it('is asked in two steps in Discord, with what was filled in kept while it waits', async () => {
    const { page, mei } = await asked('discord');
    const dialog = page.getByRole('dialog', { name: 'Why not?' });
    await dialog.getByLabel('Reason').fill('too late');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const goOn = mei.getByRole('button', { name: '继续填写' });
    await goOn.click();
    await dialog.getByLabel('Who should know').waitFor(); // Escape before it is there would close nothing
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await goOn.click();
    await dialog.getByLabel('Who should know').fill('Grace');
    await page.keyboard.press('Enter');
    await mei.getByText('Rejected: too late').waitFor();
    expect(heard()).toMatchObject({ kind: 'form', values: { reason: 'too late', count: '2', who: 'Grace' } });
    await goOn.waitFor({ state: 'detached' });
  });

  it('is asked one question at a time in Telegram, which can be left and taken up again', async () => {
    const { page, mei } = await asked('telegram');
    const field = page.getByRole('textbox', { name: 'Mei' });
    const question = (label: string) => mei.locator('.balloon').filter({ hasText: 'Why not?' }).filter({ hasText: label });
    const answer = async (text: string, next: string) => {
      await field.fill(text);
      await field.press('Enter');
      await question(next).waitFor();
    };
    await question('Reason').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await answer('too late', 'Anything else');

    await field.press('Escape');
    await field.fill('/help');
    await field.press('Enter');
    await mei.getByText('/help', { exact: true }).last().waitFor();
    expect(heard()).toMatchObject({ kind: 'command', command: 'help' });
    await mei.getByRole('button', { name: 'Anything else' }).last().press('Enter');

    await question('Anything else').getByRole('button', { name: '/skip' }).click();
    await question('How many').waitFor();
    await answer('3', 'From which day');
    await answer('/skip', 'How to tell them');
    visit.forgive('400');
    await field.fill('by letter');
    await field.press('Enter');
    await mei.getByRole('alert').getByText('no answer').waitFor();
    expect(await field.inputValue()).toBe('by letter');
    await field.fill('');
    await mei.getByRole('button', { name: 'By phone' }).click();
    await question('Who should know').waitFor();
    await field.fill('Grace');
    await field.press('Enter');
    await mei.getByText('Rejected: too late').waitFor();
    expect(heard()).toMatchObject({ kind: 'form', values: { reason: 'too late', more: '', count: '3', way: 'phone', who: 'Grace' } });
  });

  it('in Telegram ends with nothing sent', async () => {
    const { page, mei } = await asked('telegram');
    const field = page.getByRole('textbox', { name: 'Mei' });
    await mei.getByRole('button', { name: '/quit' }).click();
    await mei.getByText('Why not?').waitFor({ state: 'detached' });
    expect(visit.stage.desk.heard.filter(({ kind }) => kind === 'form' && heard()?.kind === 'form')).toEqual([]);
    await field.fill('three desks');
    await field.press('Enter');
    await mei.locator('.own .words', { hasText: 'three desks' }).waitFor();
    expect(heard()).toMatchObject({ kind: 'message', text: 'three desks' });
  });
});
