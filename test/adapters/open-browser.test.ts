import { expect, it } from 'vitest';
import { browserCommand, openBrowser, type Desktop } from '#adapters/open-browser.ts';

const page = 'http://127.0.0.1:4000/playground';
const desktop: Desktop = { platform: 'linux', env: { DISPLAY: ':0' }, terminal: true };

it('opens a page the way each desktop does', () => {
  expect(browserCommand(page, desktop)).toEqual({ program: 'xdg-open', args: [page] });
  expect(browserCommand(page, { ...desktop, platform: 'darwin' })).toEqual({ program: 'open', args: [page] });
  expect(browserCommand(page, { ...desktop, platform: 'win32' })?.program).toBe('cmd');
});

it('opens nothing where nobody would see it', () => {
  for (const away of [
    { terminal: false },
    { env: {} },
    { env: { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1' } },
    { env: { DISPLAY: ':0', CI: 'true' } },
  ])
    expect(browserCommand(page, { ...desktop, ...away })).toBeNull();
});

it('says so when there is no browser, and does not fail', async () => {
  expect(await openBrowser(page, { ...desktop, terminal: false })).toBe(false);
});
