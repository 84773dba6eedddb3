import { overlap } from './locate.ts';
import type { Item, Reading } from '../reading.ts';
import type { Second, SecondItem } from './second.ts';

/** The rules' reading with the model's beside it. Nothing the rules read changes, only that both have read it is noted. */
export function withSecond(rules: Reading, second: Second): Reading {
  const isBoth = (field: SecondItem['says']['field'], item: Item): boolean =>
    second.items.some(
      ({ says, status, evidence }) =>
        status === 'confirmed' && says.field === field && evidence !== null && overlap(evidence, item.evidence),
    );
  const noted =
    (field: SecondItem['says']['field']) =>
    <T extends Item>(item: T): T =>
      isBoth(field, item) ? { ...item, source: 'both' } : item;
  const one = <T extends Item>(field: SecondItem['says']['field'], item: T | null): T | null => item && noted(field)(item);
  return {
    ...rules,
    reader: second.degraded === null && second.model !== null ? 'rules+model' : rules.reader,
    urgent: one('urgent', rules.urgent),
    deadline: one('deadline', rules.deadline),
    phone: one('phone', rules.phone),
    address: one('address', rules.address),
    specs: rules.specs.map(noted('spec')),
    quantityChanges: rules.quantityChanges.map(noted('quantity')),
    flags: rules.flags.map(noted('flag')),
    second,
  };
}

/** The same reading after a colleague said of a suggestion whether it is right; what they confirm is read from then on. */
export function withAnswer(reading: Reading, id: string, answer: { right: boolean; by: string }): Reading {
  const item = reading.second?.items.find((one) => one.id === id);
  if (!reading.second || !item) return reading;
  const settled: SecondItem = {
    ...item,
    status: answer.right ? 'confirmed' : 'rejected',
    rejected: answer.right ? null : 'by_staff',
    answeredBy: answer.by,
  };
  const second = { ...reading.second, items: reading.second.items.map((one) => (one === item ? settled : one)) };
  if (!answer.right || !item.evidence) return { ...reading, second };
  const { evidence, says } = item;
  const vouched = { evidence, source: 'staff', status: 'confirmed' } as const;
  const unread = reading.unread.filter((span) => !overlap(span, evidence));
  const humanReasons = unread.length > 0 ? reading.humanReasons : reading.humanReasons.filter((reason) => reason !== 'unread_text');
  const read: Reading = { ...reading, second, unread, humanReasons, needsHuman: humanReasons.length > 0 };
  switch (says.field) {
    case 'urgent':
      return { ...read, urgent: { ...vouched, value: says.value } };
    case 'deadline':
      // the model sees no date in what the rules took for one
      return {
        ...read,
        deadline: says.date === null && item.disagrees ? null : { ...vouched, date: says.date, time: says.time, strict: says.strict },
      };
    case 'spec':
      return {
        ...read,
        specs: [
          ...read.specs.filter((other) => !overlap(other.evidence, evidence)),
          { ...vouched, sku: says.sku, key: says.key, value: says.value, unit: says.unit },
        ],
      };
    case 'quantity':
      return { ...read, quantityChanges: [...read.quantityChanges, { ...vouched, sku: says.sku, to: says.to, delta: says.delta }] };
    case 'flag':
      return { ...read, flags: [...read.flags.filter(({ flag }) => flag !== says.flag), { ...vouched, flag: says.flag }] };
    case 'phone':
      return { ...read, phone: { ...vouched, e164: says.e164 } };
    case 'address':
      return { ...read, address: { ...vouched, value: says.value } };
    case 'injection':
      return { ...read, injection: [...read.injection, evidence] };
    case 'conflict':
      return { ...read, humanReasons: [...new Set([...humanReasons, 'conflict' as const])], needsHuman: true };
    case 'unread':
      return { ...read, flags: [...read.flags, { ...vouched, flag: 'other' }] };
  }
}
