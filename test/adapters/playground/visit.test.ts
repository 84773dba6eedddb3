import { expect, it } from 'vitest';
import { executable, faultsOf, openVisit, paneOf } from './visit.ts';

/** What is always tried in a browser; the other tests of the page are for where there is time. */
it.skipIf(!executable)('somebody opens the page, orders and decides by mouse, and begins a story', async () => {
  const visit = await openVisit();
  try {
    const page = await visit.open();
    await page.getByRole('textbox', { name: 'Mei' }).fill('two chairs');
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Send' }).click();
    await paneOf(page, 'Mei Chen').getByRole('button', { name: 'Confirm' }).click();
    await paneOf(page, 'Lin Zhou').getByRole('button', { name: 'Reject' }).click();
    const dialog = page.getByRole('dialog', { name: 'Why not?' });
    await dialog.getByLabel('Reason').fill('bad weather');
    await page.keyboard.press('Enter');
    await paneOf(page, 'Lin Zhou').getByText('Rejected: bad weather').waitFor();
    await page.locator('.tour-choices button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go on as it is' }).click();
    await page.getByRole('button', { name: 'Next step' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await visit.tidy();
  } finally {
    await visit.close();
  }
});
