import { withoutUnread } from '../asks-nothing.ts';
import { sameText, wordsWithin } from './verify/alike.ts';
import { overlap } from './verify/locate.ts';
import { isWithin } from './verify/within.ts';
import type { HumanReason, Item, Reading, Span } from '../reading.ts';
import { personal } from '../rules/human.ts';
import type { Rejection, Second, SecondItem } from './second.ts';

/**
 * The rules' reading with the model's beside it. Nothing the rules read changes, only that both have read it is noted; and what is settled
 * waits for nobody any more.
 */
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
  const settled = second.settled ?? [];
  return {
    ...withoutUnread(rules, (clause) => settled.some(({ start, end }) => start === clause.start && end === clause.end)),
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

/** Words in which a model has seen something that code could make nothing of: whatever else they say, somebody reads them. */
export const unusable: readonly (Rejection | null)[] = ['not_a_date', 'not_a_phone', 'not_a_count', 'value_not_in_quote'];

interface Property {
  key: string;
  value: string;
}

/** The same property, or the same words as another one: what else the rules have read in them stays. */
const isAbout = (one: Property, other: Property): boolean =>
  one.key === other.key || wordsWithin(one.value, other.value) !== null || wordsWithin(other.value, one.value) !== null;

/** Another value in the same words, which the model has read as well. */
const isBeside = (second: Second | undefined, { key, value }: Property, taken: Property): boolean =>
  !sameText(value, taken.value) &&
  (second?.items ?? []).some(
    ({ says, status }) => status === 'confirmed' && says.field === 'spec' && says.key === key && sameText(says.value, value),
  );

/** What a colleague confirmed may need a person as what the rules have read does. */
function reasonsOf({ says }: SecondItem): HumanReason[] {
  switch (says.field) {
    case 'flag':
      return personal.includes(says.flag) ? [says.flag] : [];
    case 'deadline':
      return says.date === null ? ['unclear_date'] : says.isPast ? ['past_date'] : [];
    case 'quantity':
      return ['quantity_change'];
    case 'address':
      return ['address_change'];
    case 'injection':
    case 'conflict':
      return [says.field];
    case 'unread':
      return ['other'];
    default:
      return [];
  }
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
  const stays = (span: Span): boolean =>
    second.items.some((other) => unusable.includes(other.rejected) && other.evidence !== null && overlap(other.evidence, span));
  // what of a clause no confirmed words hold may be another wish
  const confirmed = second.items.flatMap((other) => (other.status === 'confirmed' && other.evidence ? [other.evidence] : []));
  const accounted = withoutUnread(reading, (clause) => !stays(clause) && overlap(evidence, clause) && isWithin(clause, confirmed));
  // which line it is of, where the rules knew none
  const changes = reading.quantityChanges.filter(
    (other) => says.field !== 'quantity' || other.sku !== null || !overlap(other.evidence, evidence),
  );
  const isGone: Partial<Record<HumanReason, boolean>> = {
    unknown_product: changes.length < reading.quantityChanges.length && changes.every(({ sku }) => sku !== null),
    ...(says.field === 'no_flag' ? { [says.flag]: true } : {}),
  };
  const standing = accounted.humanReasons.filter((reason) => !isGone[reason]);
  const taken = says.field === 'deadline' && says.date === null && item.disagrees ? [] : reasonsOf(item);
  const humanReasons = [...new Set([...standing, ...taken])];
  const read: Reading = { ...accounted, second, humanReasons, quantityChanges: changes };
  return withClash(withItem(read, item, vouched));
}

/** What a colleague took for right, in its place in the reading. */
function withItem(read: Reading, item: SecondItem, vouched: Pick<Item, 'evidence' | 'source' | 'status'>): Reading {
  const { says } = item;
  const { evidence } = vouched;
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
          ...read.specs.filter(
            (other) => !overlap(other.evidence, evidence) || !isAbout(other, says) || isBeside(read.second, other, says),
          ),
          { ...vouched, sku: says.sku, key: says.key, value: says.value, unit: says.unit },
        ],
      };
    case 'quantity':
      return {
        ...read,
        quantityChanges: [...read.quantityChanges, { ...vouched, sku: says.sku, to: says.to, delta: says.delta }],
        flags: flagged(read, { ...vouched, flag: 'quantity_change' }),
      };
    case 'flag':
      return { ...read, flags: [...read.flags.filter(({ flag }) => flag !== says.flag), { ...vouched, flag: says.flag }] };
    case 'no_flag':
      return { ...read, flags: read.flags.filter(({ flag }) => flag !== says.flag) };
    case 'no_spec':
      return { ...read, specs: read.specs.filter((other) => other.key !== says.key || other.evidence.start !== evidence.start) };
    case 'phone':
      return { ...read, phone: { ...vouched, e164: says.e164 } };
    case 'address':
      return { ...read, address: { ...vouched, value: says.value }, flags: flagged(read, { ...vouched, flag: 'address_change' }) };
    case 'injection':
      return { ...read, injection: [...read.injection, evidence] };
    case 'conflict':
    case 'nothing':
      return read;
    case 'unread':
      return { ...read, flags: flagged(read, { ...vouched, flag: 'other' }) };
  }
}

/** Taking one's time and a hard day that is near: whichever of the two a colleague took, somebody looks at both. */
function withClash(read: Reading): Reading {
  const { urgent, deadline, second } = read;
  const isNear = second?.items.some(
    ({ says, status }) => status === 'confirmed' && says.field === 'deadline' && says.isSoon && says.date === deadline?.date,
  );
  const clashes: HumanReason[] = urgent?.value === false && deadline?.strict && isNear ? ['conflict'] : [];
  const humanReasons = [...new Set([...read.humanReasons, ...clashes])];
  return { ...read, humanReasons, needsHuman: humanReasons.length > 0 };
}

/** What a note wishes it wishes once. */
const flagged = ({ flags }: Reading, wish: Reading['flags'][number]): Reading['flags'] =>
  flags.some(({ flag }) => flag === wish.flag) ? flags : [...flags, wish];
