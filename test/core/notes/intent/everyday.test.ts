import { describe, expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';
import { english, simplified, traditional } from './intents.everyday.data.ts';

/** What would change something, or promise something, by being understood. */
const acting = ['cancel', 'confirm', 'stop', 'resume', 'no_offers', 'reschedule', 'change_address', 'change_items', 'reorder'];

describe.each(Object.entries({ english, simplified, traditional }))('a hundred everyday messages, %s', (_language, data) => {
  const { none = [], ...wanted } = data;

  it.each(Object.entries(wanted).flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))('%j means %s', (text, kind) => {
    expect(readIntent(text).kind).toBe(kind);
  });

  it.each(none)('%j does nothing', (text) => {
    expect(acting).not.toContain(readIntent(text).kind);
  });
});
