import type { Flag, HumanReason, Item, Reading, SpecKey } from './reading.ts';

/** A reading as one flat record, without places in the text: what golden notes are labelled with and scored by. */
export interface Labels {
  urgent: boolean;
  deadline: { date: string | null; time: string | null; strict: boolean } | null;
  specs: { sku: string | null; key: SpecKey; value: string; unit: string | null; evidence: string }[];
  flags: Flag[];
  phone: string | null;
  address: string | null;
  quantity_changes: { sku: string | null; to: number | null; delta: number | null; evidence: string }[];
  injection: boolean;
  /** Whether one of the reasons below is there; text that nobody understood is told apart, by `unread`. */
  needs_human: boolean;
  human_reasons: Exclude<HumanReason, 'unread_text'>[];
}

export interface FlatReading extends Labels {
  /** Some clause was not understood. */
  unread: boolean;
}

/** What a reading says, by what is confirmed alone: a suggestion is nothing until somebody takes it. */
export function labelsOf(reading: Reading): FlatReading {
  const deadline = confirmed(reading.deadline);
  const reasons = reading.humanReasons.filter((reason) => reason !== 'unread_text');
  return {
    urgent: confirmed(reading.urgent)?.value ?? false,
    deadline: deadline && { date: deadline.date, time: deadline.time, strict: deadline.strict },
    specs: reading.specs
      .filter(isConfirmed)
      .map(({ sku, key, value, unit, evidence }) => ({ sku, key, value, unit, evidence: evidence.text })),
    flags: reading.flags
      .filter(isConfirmed)
      .map(({ flag }) => flag)
      .toSorted(),
    phone: confirmed(reading.phone)?.e164 ?? null,
    address: confirmed(reading.address)?.value ?? null,
    quantity_changes: reading.quantityChanges
      .filter(isConfirmed)
      .map(({ sku, to, delta, evidence }) => ({ sku, to, delta, evidence: evidence.text })),
    injection: reading.injection.length > 0,
    needs_human: reasons.length > 0,
    human_reasons: reasons,
    unread: reading.unread.length > 0,
  };
}

const isConfirmed = (item: Item): boolean => item.status === 'confirmed';
const confirmed = <T extends Item>(item: T | null): T | null => (item && isConfirmed(item) ? item : null);
