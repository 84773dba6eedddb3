import { fold } from '../../text/fold.ts';
import type { ShortageAnswer } from './shortage.ts';

/** Longer than this it is about something else as well, and a person's own button says it better. */
const longest = 60;

/** How people say what they choose; whoever says "cancel" alone may mean the whole order. */
const said: [ShortageAnswer, RegExp][] = [
  ['cancel_line', /\bcancel (?:the|what(?:'s| is)) missing\b|\bwithout the missing\b|取消缺|缺的(?:就)?不要/],
  ['split', /\b(?:send|ship) (?:me )?(?:what|the rest|the others|in parts)\b|\bsplit\b|先(?:发|發|送|寄|出)|分批/],
  [
    'substitute',
    /\b(?:take|send|have|use) the (?:other|substitute)\b|\b(?:other|different) (?:one|product) instead\b|^(?:那就?)?(?:换|換)|替代|替换|替換/,
  ],
  [
    'wait',
    /^(?:ok(?:ay)?[, ]+)?(?:i(?:'ll| will| can|'m happy to)? )?wait\b|\bhappy to wait\b|^(?:好的?[，, ]*)?(?:那)?(?:我|我们|我們)?(?:就|可以|愿意|願意)?等/,
  ],
];
const refused =
  /\b(?:not|can't|cannot|won't|don't) (?:want to )?wait\b|不(?:想|能|要|愿意?|願意?)?(?:再)?(?:等|换|換|分批)|(?:别|別)(?:等|换|換)/;

/** What a customer who was asked about a shortage chooses in words, or null where the words are about something else. */
export function readAnswer(text: string): ShortageAnswer | null {
  const words = fold(text).text.trim().replaceAll('’', "'");
  if (words.length > longest || refused.test(words)) return null;
  return said.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
