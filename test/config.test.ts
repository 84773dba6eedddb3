import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { home, readConfig, settingNames } from '#src/config.ts';
import { Problem } from '#src/problem.ts';
import { explainedSettings } from '../scripts/docs/settings.ts';

describe('settings', () => {
  it('are all optional', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      dataDir: join(home, 'data'),
      port: 4000,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: 'en',
      currency: 'USD',
      logLevel: 'info',
      retentionDays: 90,
      secret: null,
      apiKeys: [],
      textsDir: null,
      publicUrl: null,
      rehearsalUrl: null,
      slack: null,
      discord: null,
      telegram: null,
      reader: null,
      model: null,
    });
  });

  it('that are empty count as not given', () => {
    expect(readConfig({ PORT: '', ORDERLY_LOCALE: '  ' })).toMatchObject({ port: 4000, locale: 'en' });
  });

  it('mean what they say', () => {
    const env = {
      DATABASE_URL: 'postgres://localhost/orderly',
      ORDERLY_DATA_DIR: '/var/orderly',
      PORT: '0',
      ORDERLY_TIME_ZONE: 'Asia/Shanghai',
      ORDERLY_LOCALE: 'zh-CN',
      ORDERLY_CURRENCY: 'CNY',
      ORDERLY_LOG: 'warn',
      ORDERLY_RETENTION_DAYS: '30',
      ORDERLY_SECRET: 'a-secret-of-the-house',
      ORDERLY_API_KEYS: 'carrier:0123456789abcdef, wms:fedcba9876543210',
      ORDERLY_TEXTS: 'my-texts',
    };
    expect(readConfig(env)).toEqual({
      databaseUrl: 'postgres://localhost/orderly',
      dataDir: '/var/orderly',
      port: 0,
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      currency: 'CNY',
      logLevel: 'warn',
      retentionDays: 30,
      secret: 'a-secret-of-the-house',
      apiKeys: [
        { name: 'carrier', key: '0123456789abcdef' },
        { name: 'wms', key: 'fedcba9876543210' },
      ],
      textsDir: join(home, 'my-texts'),
      publicUrl: null,
      rehearsalUrl: null,
      slack: null,
      discord: null,
      telegram: null,
      reader: null,
      model: null,
    });
  });

  it('connect a model with a key, or with an address of one that needs none', () => {
    expect(readConfig({ OPENAI_API_KEY: 'sk-1' }).model).toEqual({
      apiKey: 'sk-1',
      baseUrl: null,
      model: 'gpt-4.1-mini',
      prices: null,
      budget: { day: null, month: null },
      currency: 'USD',
    });
    const own = {
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_MODEL: 'qwen3',
      OPENAI_INPUT_PRICE: '0.4',
      OPENAI_OUTPUT_PRICE: '1.60',
      OPENAI_DAILY_BUDGET: '2',
      OPENAI_CURRENCY: 'CNY',
    };
    expect(readConfig(own).model).toMatchObject({
      apiKey: null,
      model: 'qwen3',
      prices: { input: 0.4, cached: 0.4, output: 1.6 },
      budget: { day: 2, month: null },
      currency: 'CNY',
    });
    expect(readConfig({ ...own, ORDERLY_MODEL: 'other' }).model?.model).toBe('other');
  });

  it.each<[Record<string, string>, string]>([
    [{ OPENAI_API_KEY: 'sk-hunter2', OPENAI_DAILY_BUDGET: '2' }, 'OPENAI_DAILY_BUDGET needs OPENAI_INPUT_PRICE'],
    [{ OPENAI_BASE_URL: 'http://localhost:11434/v1' }, 'OPENAI_BASE_URL needs ORDERLY_MODEL'],
    [{ ORDERLY_READER: 'model' }, 'ORDERLY_READER=model needs OPENAI_API_KEY'],
    [{ ORDERLY_READER: 'guess' }, 'must be rules, replay or model'],
    [{ OPENAI_INPUT_PRICE: 'cheap' }, 'must be an amount such as 0.40'],
  ])('of a model that do not fit together are named: %j', (env, fault) => {
    expect(() => readConfig(env)).toThrow(fault);
    expect(() => readConfig(env)).not.toThrow('hunter2');
  });

  it('that are wrong are all named at once, with an example and without a secret', () => {
    const wrong = {
      DATABASE_URL: 'mysql://desk:hunter2@localhost',
      PORT: '65536',
      ORDERLY_TIME_ZONE: 'Mars/Olympus',
      ORDERLY_LOCALE: 'fr',
      ORDERLY_CURRENCY: 'EURO',
      ORDERLY_LOG: 'loud',
      ORDERLY_RETENTION_DAYS: '0',
      ORDERLY_SECRET: 'hunter2',
      ORDERLY_API_KEYS: 'carrier:hunter2',
    };
    const problem = problemOf(wrong);
    for (const name of Object.keys(wrong)) expect(problem.message).toContain(name);
    expect(problem.message).toContain('for example');
    expect(problem.message).not.toContain('hunter2');
    expect(problem.exitCode).toBe(2);
  });

  it.for(['80.5', '-1', '1e3', 'abc', '0x50'])('refuse the port %s', (port) => {
    expect(problemOf({ PORT: port }).message).toContain('PORT must be a whole number');
  });

  it('are exactly those that .env.example explains, in its order', () => {
    expect(explainedSettings().map(({ name }) => name)).toEqual(settingNames);
    for (const { name, text, usual } of explainedSettings()) expect([name, text.length > 20, usual !== '']).toEqual([name, true, true]);
  });

  it('are valid as .env.example writes them', () => {
    const env = Object.fromEntries(explainedSettings().map(({ name, example }) => [name, example]));
    expect(readConfig(env)).toMatchObject({ port: 4000, retentionDays: 90 });
  });

  it('have the defaults that .env.example names', () => {
    // a default in words is one that no value stands for
    const inWords = ['none', 'the time zone of this machine'];
    const named = explainedSettings().flatMap(({ name, usual }) => (inWords.includes(usual) ? [] : [[name, usual] as const]));
    expect(named.length).toBeGreaterThan(4);
    expect(readConfig(Object.fromEntries(named))).toEqual(readConfig({}));
  });

  describe('of the platforms', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };
    const telegram = { TELEGRAM_BOT_TOKEN: '123456:abcdefghijkl' };
    const discord = { DISCORD_TOKEN: 'MTIz.abc.def' };
    const publicKey = 'ab'.repeat(32);
    const reachable = { ORDERLY_PUBLIC_URL: 'https://desk.example.com/' };

    it.each([
      ['socket', { SLACK_APP_TOKEN: 'xapp-1' }],
      ['http', { SLACK_SIGNING_SECRET: '0123456789' }],
      ['socket', { SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789' }],
      ['http', { SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789', ...reachable }],
      ['socket', { SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: '0123456789', ...reachable, SLACK_CONNECTION: 'socket' }],
    ])('choose Slack by %s', (kind, beside) => {
      expect(readConfig({ ...slack, ...beside }).slack?.way.kind).toBe(kind);
    });

    it.each([
      ['gateway', {}],
      ['gateway', { DISCORD_PUBLIC_KEY: publicKey }],
      ['http', { DISCORD_PUBLIC_KEY: publicKey, ...reachable }],
      ['gateway', { DISCORD_PUBLIC_KEY: publicKey, ...reachable, DISCORD_CONNECTION: 'gateway' }],
    ])('choose Discord by %s', (kind, beside) => {
      expect(readConfig({ ...discord, ...beside }).discord?.way.kind).toBe(kind);
    });

    it('choose Telegram by long polling, or by a webhook where it can be reached', () => {
      expect(readConfig(telegram).telegram?.way).toEqual({ kind: 'polling' });
      expect(readConfig({ ...telegram, ...reachable }).telegram?.way).toEqual({
        kind: 'webhook',
        url: 'https://desk.example.com/hooks/telegram',
        secret: null,
      });
      expect(readConfig({ ...telegram, ...reachable, TELEGRAM_CONNECTION: 'polling' }).telegram?.way.kind).toBe('polling');
    });

    it('say together what they lack, and show no token', () => {
      const lacking = { ...slack, ...discord, DISCORD_CONNECTION: 'http', ...telegram, TELEGRAM_CONNECTION: 'webhook' };
      const { message } = problemOf(lacking);
      expect(message).toMatch(/SLACK_APP_TOKEN.*\n.*DISCORD_PUBLIC_KEY.*\n.*ORDERLY_PUBLIC_URL/);
      expect(message).not.toMatch(/xoxb|MTIz|123456/);
    });
  });
});

function problemOf(env: Record<string, string>): Problem {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the settings were taken');
}
