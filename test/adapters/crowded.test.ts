import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Posted } from '#adapters/hook.ts';
import { slackHook } from '#adapters/slack/hook.ts';
import { telegramHook } from '#adapters/telegram/webhook.ts';
import { Crowded } from '#core/together.ts';
import { silent } from '#test/support/machinery.ts';

const posted = (body: string, headers: Record<string, string>): Posted => ({
  header: (name) => headers[name] ?? '',
  body: Buffer.from(body),
});

it.each([
  [503, new Crowded()],
  [500, new Error('the database is away')],
])('an event that cannot be kept is answered with %i, so that its platform brings it again', async (status, error) => {
  const telegram = telegramHook({ secret: 'a_secret', hear: () => Promise.reject(error), log: silent });
  const update = posted('{"update_id":1}', { 'x-telegram-bot-api-secret-token': 'a_secret' });
  expect((await telegram.answer(update)).status).toBe(status);

  const receiving = { init() {}, start: async () => {}, stop: async () => {}, bring: () => Promise.reject(error) };
  const slack = slackHook({ receiving, signingSecret: 'a_secret', log: silent });
  const body = '{"type":"event_callback"}';
  const now = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', 'a_secret').update(`v0:${now}:${body}`).digest('hex')}`;
  const event = posted(body, {
    'content-type': 'application/json',
    'x-slack-request-timestamp': now,
    'x-slack-signature': signature,
  });
  expect((await slack.answer(event)).status).toBe(status);
});
