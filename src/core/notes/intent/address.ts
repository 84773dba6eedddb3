import { addressAfterLead } from '../rules/address.ts';
import { plainText, spanOf } from '../rules/text/plain.ts';
import { pattern } from '../../text/pattern.ts';

/** The words behind "the new address is", when they are no street the rules know. */
const lead = pattern('')`
  \bnew (?:delivery |shipping )?address[,:]? (?=\d)
  |新地址[:是]?(?=.{0,12}[路街道号弄巷\d])
  |(?:
    \baddress\b[^:]{0,40}?(?: to| is| should be|:)+
    |\b(?:deliver|ship|send|bring|redirect|forward|moved)\b.{0,40}? (?:to|at)\b:?
    |地址.{0,6}?[成为到是:]+|(?:送|寄|发)[到去往至]|地址:?
  )[: ]*
`;
const trail = /[\s,.!?;。]*(?:\b(?:instead|please|pls|thanks|thank you|from now on)\b|谢谢|吧|了|好吗|可以吗|行吗|麻烦了)?[\s,.!?;。]*$/;
/** What "the address is" says of the old one before it comes to the new: "wrong, it should be …", 写错了，应该是…. */
const corrected =
  /^(?:wrong|incorrect|not (?:right|correct)|outdated|out of date)\b[^\d]{0,20}?\b(?:should (?:be|read|say)|is now|it is|it's) /i;
const placed = /\d|[路街道号楼区市省县镇村巷弄园栋座室]/;

/** The new address in a message that changes one, as it was typed. */
export function addressIn(text: string): string | null {
  const plain = plainText(text);
  const given = addressAfterLead(plain.text);
  if (given) {
    const old = corrected.exec(plain.text.slice(given.start, given.end))?.[0].length ?? 0;
    return spanOf(plain, given.start + old, given.end).text;
  }
  const led = lead.exec(plain.text);
  if (!led) return null;
  const start = led.index + led[0].length;
  const words =
    plain.text
      .slice(start, start + 200)
      .split('\n')[0]
      ?.replace(trail, '') ?? '';
  return words.length >= 4 && placed.test(words) ? spanOf(plain, start, start + words.length).text : null;
}
