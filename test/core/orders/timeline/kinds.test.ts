import { expect, it } from 'vitest';
import type { EventKind } from '#core/events/event.kinds.ts';
import { audiences } from '#core/orders/timeline/sight.decide.ts';
import { locales } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';

const kinds = Object.keys(audiences) as EventKind[]; // `audiences` satisfies a record of every kind

it.each(locales)('has words for every kind of event in %s', (locale) => {
  for (const kind of kinds) {
    const text = words(locale)(`timeline:event.${kind}`, { who: 'Lin' });
    expect([kind, text]).toEqual([kind, expect.stringContaining('Lin')]);
    expect(text).not.toContain('{{');
    expect(text).not.toContain(kind);
  }
});
