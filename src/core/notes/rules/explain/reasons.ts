import reasons from '../lexicon/reasons.json' with { type: 'json' };
import { anyOf } from '../text/phrase.ts';

/** What a Chinese clause may be the reason for. */
export type Reason = keyof typeof reasons.phrases;

const opening = '(?:(?:因为|所以|毕竟|而且|不过|主要是|反正|其实|总之|刚好|正好|但是|但) ?)?';
const told = Object.entries(reasons.phrases).map(([reason, phrases]) => ({
  reason,
  clause: new RegExp(`^[\\s\\p{P}]*${opening}(?:${anyOf(phrases).source})[了啦喇啊呀哦喔哈呢嘛的嘅㗎]*[^\\p{L}\\p{N}]*$`, 'u'),
}));
const guard = new RegExp(`[\\d?\\ufffc]|${anyOf(reasons.guard).source}`, 'u');

/**
 * Whether a whole clause gives the reason for what its sentence asks for, as 巷子只够一台车 does beside where to hand over: alone it might be
 * a wish itself.
 */
export const givesReason = (clause: string, about: ReadonlySet<string>): boolean =>
  !guard.test(clause) && told.some(({ reason, clause: whole }) => about.has(reason) && whole.test(clause));
