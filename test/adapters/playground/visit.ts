import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { PlaygroundState } from '#adapters/playground/answers.ts';
import { saveAhead } from '#adapters/playground/clock.store.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { openStage, type Stage } from './stage.ts';

/** The browser of this machine; without one the page is not tried. */
export const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!executable) console.warn('The page of the playground is not tried: there is no Chromium on this machine.');

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Somebody who looks at the page: a browser, and a scripted desk that answers it. */
export interface Visit {
  stage: Stage;
  browser: Browser;
  home: string;
  /** Every address a page asked since the last `tidy`. */
  asked: string[];
  /** Opens the page; `seen` changes what it is told of the business. */
  open(options?: BrowserContextOptions, seen?: (state: PlaygroundState) => PlaygroundState): Promise<Page>;
  /** Faults with these words were meant to happen. */
  forgive(words: string): void;
  /** Closes what was opened and empties the desk; fails where a page had a fault or asked another place. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export async function openVisit(): Promise<Visit> {
  const db = await openTestDatabase();
  const stage = await openStage(db);
  const server = createAdaptorServer({ fetch: stage.app.fetch, hostname: '127.0.0.1' });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
  const browser = await chromium.launch({ executablePath: executable ?? '', args: flags });
  const asked: string[] = [];
  const faults: string[] = [];
  const forgiven: string[] = [];
  return {
    stage,
    browser,
    home,
    asked,
    async open(options = {}, seen) {
      const context = await browser.newContext({
        locale: 'en-GB',
        reducedMotion: 'reduce',
        viewport: { width: 1400, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      if (seen)
        await page.route('**/api/state', async (route) => {
          const state = (await (await route.fetch()).json()) as PlaygroundState; // the state has this shape
          await route.fulfill({ json: seen(state) });
        });
      page.setDefaultTimeout(10_000);
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(`${home}/playground`);
      await page.locator('.pane, .nobody').first().waitFor();
      return page;
    },
    forgive(words) {
      forgiven.push(words);
    },
    async tidy() {
      for (const context of browser.contexts()) {
        // a question on its way is not answered any more once the page is gone
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
        await context.close();
      }
      await forgetMessages(db.sql);
      await saveAhead(db.sql, 0n);
      const foreign = asked.splice(0).filter((url) => !url.startsWith(`${home}/playground`));
      const meant = forgiven.splice(0);
      const unmeant = faults.splice(0).filter((fault) => !meant.some((words) => fault.includes(words)));
      const wrong = [...unmeant, ...foreign.map((url) => `asked ${url}`)];
      if (wrong.length > 0) throw new Error(wrong.join('; '));
    },
    async close() {
      await browser.close();
      await new Promise((closed) => {
        server.close(closed);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await db.close();
    },
  };
}

export const paneOf = (page: Page, name: string) => page.locator('.pane').filter({ has: page.getByRole('textbox', { name }) });

/** What a checker of accessibility finds in a part of the page as it stands, with what it finds it on. */
export async function faultsOf(page: Page, part = 'body'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(`axe.run('${part}', { resultTypes: ['violations'] })`)) as AxeResults; // the line before brought it
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
