import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { giveDataFolder } from '#test/support/prepared.ts';
import { startProgram, type Program } from '#test/support/program.ts';
import { passingFolder } from '#test/support/folder.ts';
import { isThorough, onlyThorough } from '#test/support/runs.ts';

const folder = passingFolder('kill-discord');
const running: Program[] = [];
let server: EmulatedDiscord;
beforeAll(async () => {
  await giveDataFolder(join(folder, 'data'));
  server = await emulateDiscord({ way: 'gateway', globalPerSecond: 1_000 });
});
afterEach(() => Promise.all(running.splice(0).map((program) => program.kill('SIGKILL'))));
afterAll(async () => {
  await server.close();
});

function startDesk(): Program {
  const desk = startProgram(['start', '--demo', '--port', '0', '--no-open'], {
    ORDERLY_DATA_DIR: join(folder, 'data'),
    ...server.settings,
  });
  running.push(desk);
  return desk;
}

const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `Person ${from + at}`);
const answered = (people: string[]): number => people.filter((person) => server.messages(person).length > 0).length;

// two starts of the program on a busy machine
it.runIf(isThorough)(`hears every word once, although it is killed while it hears them${onlyThorough}`, { timeout: 180_000 }, async () => {
  const desk = startDesk();
  await desk.url;
  await server.gateway.connected();
  const before = names(0, 20);
  for (const person of before) server.say(person, '/help');
  await expect.poll(() => answered(before), { timeout: 60_000, interval: 2 }).toBeGreaterThan(0);
  await desk.kill('SIGKILL');
  expect(answered(before)).toBeLessThan(before.length);
  const meanwhile = names(20, 26);
  for (const person of meanwhile) server.say(person, '/help');

  const next = startDesk();
  await next.url;
  const all = [...before, ...meanwhile];
  await expect.poll(() => answered(all), { timeout: 60_000, interval: 20 }).toBe(all.length);
  expect(server.gateway.begun).toEqual(['identify', 'resume']);
  expect(all.filter((person) => server.messages(person).length !== 1)).toEqual([]);
  await next.kill('SIGTERM');
});
