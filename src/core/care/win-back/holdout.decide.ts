import type { Arm } from './win-back.ts';

/** Of a hundred customers so many hear nothing, for comparison. */
const holdoutPercent = 20;
/** Another salt would deal anew: it belongs to the campaign for as long as that is measured. */
const salts = { win_back: 'win_back:2026' };

/** In which arm a customer is: the same whenever and wherever it is asked, and of no meaning beyond that. */
export function armOf(campaign: keyof typeof salts, customerId: string): Arm {
  return share(`${salts[campaign]}:${customerId}`) * 100 < holdoutPercent ? 'holdout' : 'treated';
}

/**
 * A text as a number from 0 to 1, evenly spread: FNV-1a, then the last step of MurmurHash3, without which keys that begin alike
 * would lie side by side.
 */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
