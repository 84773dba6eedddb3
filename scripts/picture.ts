import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** Takes the picture of the README: a desk of its own in a temporary folder, three people, and a browser that looks at them. */
const home = join(import.meta.dirname, '..');
const picture = join(home, 'docs', 'playground.png');
const panes = [
  { person: 'mei', channel: 'telegram', conversation: 'dm:mei' },
  { person: 'ann', channel: 'discord', conversation: 'dm:ann' },
  { person: 'bob', channel: 'slack', conversation: 'dm:bob' },
];

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!executable) throw new Error('There is no Chromium on this machine.');

const folder = await mkdtemp(join(tmpdir(), 'orderly-picture-'));
const desk = spawn(process.execPath, ['bin/orderly.mjs', 'start', '--port', '0', '--no-open'], {
  cwd: home,
  env: { ...process.env, DATABASE_URL: '', ORDERLY_DATA_DIR: folder, ORDERLY_LOG: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => desk.once('exit', resolve));
try {
  const url = await addressOf(desk);
  await talk(url);
  await look(url, executable);
  console.log(`${picture}: ${Math.round((await stat(picture)).size / 1024)} kB`);
} finally {
  desk.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The desk has no output.');
  for await (const line of createInterface({ input: stdout })) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('The desk ended before it said where it answers.');
}

/** What has happened before the picture: Mei's order is confirmed, Ann reads her draft, Raj's order waits for Bob. */
async function talk(url: string): Promise<void> {
  await say(url, 'raj', 'slack', '12 ergonomic chairs and 8 standing desks 160cm please. Same price as last time, as agreed with Bob.');
  await confirm(url, 'raj', 'slack');
  await say(url, 'mei', 'telegram', '我要两把人体工学椅，黑色，加急，周五前送到公司');
  await confirm(url, 'mei', 'telegram');
  await say(url, 'mei', 'telegram', '我的订单到哪了');
  await say(
    url,
    'ann',
    'discord',
    'Hi! 12 desk lamps and 3 x standing desk 160cm please - engraved "Harbour", not urgent, any time before the 15th',
  );
  const { orders } = (await call(url, 'state')) as { orders: { number: string | null; state: string }[] }; // docs/reference/playground-api.md has its shape
  const waiting = orders.find(({ state }) => state === 'in_review');
  if (!waiting?.number) throw new Error('No order waits for anybody.');
  await say(url, 'bob', 'slack', `/status ${waiting.number}`);
}

async function say(url: string, as: string, channel: string, text: string): Promise<void> {
  await call(url, 'say', { as, channel, text });
}

async function confirm(url: string, as: string, channel: string): Promise<void> {
  const seen = (await call(url, `messages?as=${as}&channel=${channel}`)) as { id: string; buttons: { id: string; action: string }[] }[]; // docs/reference/playground-api.md has its shape
  for (const { id, buttons } of seen.toReversed()) {
    const button = buttons.find(({ action }) => action === 'confirm');
    if (button) return void (await call(url, 'press', { as, message: id, button: button.id }));
  }
  throw new Error(`${as} sees nothing to confirm.`);
}

async function call(url: string, path: string, body?: unknown): Promise<unknown> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}/playground/api/${path}`, body === undefined ? {} : post);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

async function look(url: string, executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({
      viewport: { width: 1600, height: 1000 },
      locale: 'en-GB',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.addInitScript((places) => localStorage.setItem('orderly.panes', JSON.stringify(places)), panes);
    await page.goto(`${url}/playground`);
    for (const index of panes.keys()) await page.locator('.pane').nth(index).locator('.press').first().waitFor();
    await page.screenshot({ path: picture, animations: 'disabled' });
  } finally {
    await browser.close();
  }
}
