import type { Flag } from '../../reading.ts';
import { isBesideInChinese } from './beside.chinese.ts';
import { pattern } from '../../../text/pattern.ts';

/** What is worn out, out of order or gone at the customer's own place, and what might be: nothing of this is said of the shop. */
const isOwnTrouble = (words: string, before: string, after: string): boolean =>
  // "cheers for how quick the last lot turned up"
  (/\b(?:cheers|thanks|thank you|ta|impressed|delighted|pleased|love|loved)\b[^.!?]*\bhow (?:quick(?:ly)?|fast|prompt(?:ly)?|well|nice(?:ly)?|neat(?:ly)?|good|lovely) (?:the|your|my|our)? ?$/.test(
    before,
  ) &&
    !/\b(?:but|late|broken|damaged|wrong)\b/.test(words + after)) ||
  (/^(?:nobody|no one|no-one|not a soul)\b/.test(words) &&
    /\b(?:if|in case|should|when|whenever|unless)(?: there's| there is)? $/.test(before)) ||
  (/^(?:sent|gave|shipped|delivered|send)\b/.test(words) &&
    /\b(?:competitors?|rivals?|(?:another|other|previous|last|old) (?:shop|supplier|firm|company|store|seller|vendor|maker|place))(?: of yours)? $/.test(
      before,
    )) ||
  /\b(?:our|my|the) (?:old|current|existing|own)(?: [a-z]+){0,2} $/.test(before) ||
  /\b(?:buzzer|bell|doorbell|knocker|latch|lock|keypad|barrier|phone line|streetlamp|handrail|ramp|intercom|lift|elevator|gate|letterbox|street ?light) (?:is |has been |'s )?(?:\w+ )?$/.test(
    before,
  ) ||
  (/^(?:is|are|has|have) (?:\w+ )?gone$/.test(words) &&
    (/\bif (?:the|those|these|your|it|they|any|either)\b[^,]*$/.test(before) ||
      /\b(?:the|our|my) [a-z]+'s(?: [a-z]+){1,2} $/.test(before))) ||
  (/\breplac(?:e|es|ing|ed) [^,]*$/.test(before) && /\bover the (?:years|winters?|seasons?|decades)\b/.test(after)) ||
  (words.startsWith('fed up') &&
    /^ with (?!.*\b(?:you|your|this|it|service|waiting|delays?|deliver\w*|orders?|excuses)\b)/.test(`${words.slice(6)}${after}`)) ||
  (/^(?:snapped|broke|cracked|dropped|lost|ripped|tore|bent|burnt|burned|ruined|smashed|scratched|dented|forgot)/.test(words) &&
    /\b(?:i|we)(?:'ve| have)? (?:\w+ )?$/.test(before)) ||
  (words.startsWith('forgot') && /\b(?:i|we) (?:\w+ )?$/.test(before)) ||
  (/^lost (?:my|our)$/.test(words) && /^ (?:minds?|marbles|heart)\b/.test(after)) ||
  (/(?:leaking|broken|cracked|damaged)$/.test(words) && /^ (?:pipes?|roofs?|taps?|boilers?|gutters?|ceilings?)\b/.test(after));

/** Words of a flag that say something else where they stand: the customer's own old tank cracked, an invoice goes to an e-mail address. */
export function isBeside(flag: Flag, words: string, ahead: string, behind: string): boolean {
  // "install 我哋自己搞": between two languages there is a blank
  const before = ahead.replace(/(?<=\p{Script=Han}) $/u, '');
  const after = behind.replace(/^ (?=\p{Script=Han})/u, '');
  if (isBesideInChinese(flag, words, before, after)) return true;
  if (flag === 'complaint') return isOwnTrouble(words, before, after);
  if (flag === 'delivery_window' && /^(?:morning|afternoon|evening)$/.test(words)) return /^\W*$/.test(before) && /^\W*$/.test(after);
  if (flag === 'delivery_window' && /(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)$/.test(words))
    return pattern('')`
      ^ (?:is|are|was|were|will|would|should|can|could|more|less|fewer|boxes|each)\b
      |^ (?:or \w+ )?(?:
        years?|months?|weeks?|days?|minutes?|people|guests|winters?|summers?|seasons?|nights?|hours?|visits?|goes|attempts|washes|of|miles
        |times|hundred|thousand|metres|feet
      )\b
    `.test(after);
  if (flag === 'delivery_instructions')
    return (
      (words === 'reception' && /\b(?:start|starts|starting|started|wedding|evening|drinks) $/.test(before)) ||
      (words.startsWith('lift') && /\b(?:can't|cannot|can|to|couldn't|gas|seat|face|up) $/.test(before)) ||
      (words.startsWith('forklift') && /^ (?:guy|driver|lad|man|chap|team) (?:was|is|were|has)\b/.test(after))
    );
  // "hasn't made a sound since we moved in": here, and not to another address
  if (flag === 'address_change' && /\bmoved$/.test(words) && /\bsince $/.test(before) && /^ in(?! (?:to|with|on|at|next)\b)/.test(after))
    return true;
  if (flag === 'discount_request' && /^take (?:one|two|three|four|five|six|ten|\d+) off$/.test(words)) return true;
  if (flag === 'discount_request' && words === 'steep')
    return /\b(?:stairs?|steps|hill|lane|drive|driveway|road|path|slope|ramp)\b[^,]*$/.test(before);
  if (flag === 'discount_request' && words.endsWith('off') && /^ (?:at|early|on|for)\b/.test(after)) return true;
  if (flag === 'packaging' && /^(?:packed|wrapped)\b/.test(words) && /\b(?:who|whoever|you|they|he|she)(?: all| so)? $/.test(before))
    return true;
  if (flag === 'discount_request' && words.startsWith('freebie')) return /\b(?:ta|thanks|thank you|cheers|loved?|enjoyed)\b/.test(before);
  // the number goes onto the slip
  if (flag === 'packaging' && /^packing (?:slip|list|note)s?$/.test(words))
    return (
      /\b(?:po|p\.o\.|order|reference|ref|job|project|number|no|print it|code)\b/.test(before) &&
      !/\b(?:no|not|without|leave|don't)\b/.test(before)
    );
  if (flag === 'packaging' && words.startsWith('ribbon') && /\b(?:cut|cuts|cutting) (?:the|our|a) $/.test(before)) return true;
  if (flag === 'packaging' && words === 'packed up') return /^ (?:last|this|on|yesterday|today|over|again)\b/.test(after);
  if (flag === 'discount_request') return /\b(?:hours?|minutes?|days?|weeks?|time)\b[^,]*$/.test(before) && words.endsWith('off');
  if (flag === 'contact' && words.endsWith('name is'))
    return /^ (?:spelled|spelt|on|printed|engraved|embroidered|to|not|too)\b/.test(after);
  if (flag === 'contact' && words === 'ask for') return /^ (?:it|them|this|these|that|some|one)\b/.test(after);
  if (flag === 'contact')
    return words.includes('@') && /\b(?:invoices?|receipts?|bills?|statements?|proofs?|mock-?ups?|drawings?|copy)\b/.test(before);
  if (flag === 'installation' && /^(?:的(?:事|活|话)?)?(?:就|都|由|是)?(?:我们?|我哋|咱们?|我方)?(?:自己|自行|自家)/.test(after))
    return true;
  if (flag === 'installation')
    return (
      (words.startsWith('fitting') && /^ (?:out|rooms?)\b/.test(after)) ||
      (words.startsWith('training') && /\b(?:start|starts|starting|begin|begins|crew|staff|in|during|finish|finishes) $/.test(before)) ||
      (/^set-?up$/.test(words) && /\b(?:my|our|the|her|his|their|whole|current|existing) $/.test(before))
    );
  if (flag === 'hold' && words.startsWith('hold') && /\b(?:get|getting|got|catch|take|took|lay|laid) $/.test(before)) return true;
  if (flag === 'invoice' && /(?:不需?要|不用|不必|唔使|唔要)$/.test(words)) return true;
  if (flag === 'hold') return words.startsWith('wait') && /\b(?:can|could|happy to|able to|prepared to|don't mind|will) $/.test(before);
  if (flag === 'packaging')
    return words.startsWith('ribbon') && /^ (?:on|round|around) (?:all|each|every|both|them)(?! (?:box|parcel|package|gift))/.test(after);
  return flag === 'other' && words === 'except' && /^ (?:on )?\ufffc/.test(after);
}
