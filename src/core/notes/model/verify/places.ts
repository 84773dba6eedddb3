import { sameText } from './alike.ts';
import { overlap } from './locate.ts';
import type { NoteAnswer } from '../question.ts';
import { claim, type Claim, type Court } from './court.ts';

/** Where it goes and whom to call. Only words of the note can be an address; only what is a number there can be called. */
export function verifyPlaces(court: Court, { phone_quote, address_quote, contact_name_quote, gift_text_quote }: NoteAnswer): Claim[] {
  return [
    ...(phone_quote === null ? [] : [phone(court, phone_quote)]),
    ...(address_quote === null ? [] : [address(court, address_quote)]),
    ...(contact_name_quote === null ? [] : [wish(court, 'contact', contact_name_quote)]),
    ...(gift_text_quote === null ? [] : [wish(court, 'gift_message', gift_text_quote)]),
  ];
}

function phone(court: Court, quote: string): Claim {
  const { note, rules, reader } = court;
  const found = reader.read({ text: quote.slice(0, 200), orderDate: note.orderDate, timeZone: note.timeZone, lines: [] }).phone;
  const e164 = found?.e164 ?? '';
  const agrees = rules.phone !== null && rules.phone.e164 === e164;
  return claim(court, { field: 'phone', e164 }, quote, {
    agrees,
    disagrees: rules.phone !== null && !agrees,
    parsed: found !== null,
    rejected: found ? null : 'not_a_phone',
  });
}

function address(court: Court, quote: string): Claim {
  const read = court.rules.address;
  const claimed = claim(court, { field: 'address', value: '' }, quote);
  const value = claimed.found?.span.text ?? '';
  const agrees =
    claimed.rejected === null &&
    read !== null &&
    (sameText(read.value, value) || (claimed.found !== null && isWithin(read.evidence, claimed.found.span)));
  return {
    ...claimed,
    says: { field: 'address', value: agrees ? read.value : value },
    agrees,
    disagrees: claimed.rejected === null && read !== null && !agrees,
  };
}

/** One quotes a little more of the same words than the other. */
function isWithin(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  if (!overlap(one, other)) return false;
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common / Math.max(one.end - one.start, other.end - other.start) >= 0.8;
}

function wish(court: Court, flag: 'contact' | 'gift_message', quote: string): Claim {
  const agrees = court.rules.flags.some((item) => item.flag === flag);
  return claim(court, { field: 'flag', flag }, quote, { agrees });
}
