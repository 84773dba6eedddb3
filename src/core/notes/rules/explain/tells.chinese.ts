import tells from '../lexicon/tells.chinese.json' with { type: 'json' };
import { anyOf } from '../text/phrase.ts';
import { hasTrouble } from './story.ts';
import { atTheGate, inTells, newFor, notNeeded, praisedBefore, whyPacked } from '../words/tells.chinese.ts';

const opening =
  '(?:(?:因为|所以|毕竟|而且|不过|主要是|主要|反正|其实|总之|虽然|但是|但|对了|另外|本来|听说|眼看|刚好|正好|可惜|好在|幸好|只是|这次|今次|这回|这|那|嗰|呢|部|间|台|啲|班|个|条|位|张|新|老|旧|我家|我|他|她|佢|今天|现在|而家|最近|今年|这几天|这两天|后来|终于|突然|给|送|送给|俾|送俾|帮|替|为|和|同|跟|陪|让|有|等|全|整个|整间|成间|楼上|楼下|隔壁|对面|到时|当天|那天|嗰日|三伏天|大热天|大冷天) ?){0,4}';
const who = anyOf(tells.who).source;
const led = new RegExp(`^[\\s\\p{P}]*${opening}(?:${who})`, 'u');
const ledByPlace = new RegExp(`^[\\s\\p{P}]*${opening}(?:${anyOf(tells.places).source})`, 'u');
const somewhere = new RegExp(who, 'u');
/** What says that something is so, or was: nobody asks for anything in such words. */
const aspect = /[了过着在咗紧住会是系有说话很太好真还仲刚]|已经|一直|觉得/u;
const wholeOf = (phrases: string[]): RegExp =>
  new RegExp(`^[\\s\\p{P}]*(?:${anyOf(phrases).source})[了啦喇啊呀哦喔哈呢嘛的嘅㗎]*[^\\p{L}\\p{N}]*$`, 'u');
const whole = wholeOf(tells.feelings);
const greeting = wholeOf(tells.greetings);
const unplain = /[\d?a-z\ufffc]/;
const harmless = anyOf(tells.harmless);

/** 元旦快乐 names no day, and 名字不用印 asks for nothing, whatever else reads words of it. */
export const asksNothing = (clause: string): boolean => greeting.test(clause) || notNeeded.test(clause);

/**
 * 爸妈要奖励他, 机器趴窝了: somebody or something of the customer's own is so, in words in which nothing can be asked of the goods or the shop.
 * What hinders a delivery or presses for one is read so only beside a wish for that, anywhere in the note; where a note asks for something of
 * the kind, whoever is told of need not come first.
 */
export function tellsOfTheirOwn(open: string, about: ReadonlySet<string>): boolean {
  const bare = open.replace(harmless, '些');
  if (whole.test(bare) || whole.test(open) || praisedBefore.test(open)) return true;
  if (about.has('packing') && whyPacked.test(open)) return true;
  if (about.has('way') && atTheGate.test(open)) return true;
  if (newFor.test(open) && !inTells.guard.test(bare.replace(/换|给我|替/g, ''))) return true;
  return isTold(open, about) && !(about.size === 0 && hasTrouble(open)) && !unplain.test(open) && !mayAsk(bare, about);
}

const isTold = (open: string, about: ReadonlySet<string>): boolean =>
  led.test(open) || (about.size > 0 && (somewhere.test(open) || aspect.test(open))) || (about.has('way') && ledByPlace.test(open));

const mayAsk = (bare: string, about: ReadonlySet<string>): boolean =>
  inTells.guard.test(bare) ||
  (!about.has('way') && inTells.way.test(bare)) ||
  (!about.has('hours') && inTells.hours.test(bare)) ||
  (!about.has('rush') && inTells.rush.test(bare));
