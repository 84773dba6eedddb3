import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { panels } from '#adapters/playground/page/drawer.tsx';
import { platforms } from '#core/messages/incoming.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';
import { executable, faultsOf, openVisit, type Visit } from './visit.ts';

describe.runIf(isThorough && executable)(`somebody who does not see the page, or not well,${onlyThorough}`, () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit();
  }, 60_000);
  afterAll(() => visit?.close());
  afterEach(() => visit.tidy());

  it('reads every look, in both schemes', async () => {
    const page = await visit.open({ reducedMotion: 'reduce' });
    for (const [index, look] of platforms.entries()) {
      const pane = page.locator('.pane').nth(index);
      await pane.getByRole('combobox').selectOption(['mei', 'ann', 'grace'][index] ?? '');
      await pane.locator(`.platforms .${look}`).click();
      await pane.getByRole('textbox').fill('two chairs, 加急');
      await page.keyboard.press('Enter');
      await pane.getByRole('button', { name: 'Confirm' }).waitFor();
    }
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await faultsOf(page), scheme).toEqual([]);
    }
  });

  it('reads every panel, and the tour, in both schemes', async () => {
    const page = await visit.open({ reducedMotion: 'reduce' });
    await page.locator('.tour-choices button').first().click();
    await page.getByRole('button', { name: 'Next step' }).waitFor();
    for (const panel of panels) {
      await page.locator(`#tab-${panel}`).click();
      await page.locator(`.panel-${panel} > :not(.panel-order)`).first().waitFor();
      await page.emulateMedia({ colorScheme: panels.indexOf(panel) % 2 === 0 ? 'light' : 'dark' });
      expect(await faultsOf(page, '.drawer'), panel).toEqual([]);
    }
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await faultsOf(page, '.tour'), scheme).toEqual([]);
    }
  });
});
