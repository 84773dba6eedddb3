import type { Locale } from '../text/locale.ts';
import type { Second } from './model/second.ts';

export const flags = [
  'substitution_allowed',
  'substitution_forbidden',
  'partial_allowed',
  'partial_forbidden',
  'delivery_window',
  'delivery_instructions',
  'address_change',
  'contact',
  'gift_message',
  'packaging',
  'invoice',
  'payment_terms',
  'discount_request',
  'quantity_change',
  'cancel_request',
  'hold',
  'installation',
  'complaint',
  'question',
  'reference',
  'other',
] as const;
export type Flag = (typeof flags)[number];

export const specKeys = [
  'color',
  'size',
  'dimensions',
  'length',
  'width',
  'height',
  'depth',
  'thickness',
  'diameter',
  'weight',
  'capacity',
  'material',
  'finish',
  'engraving',
  'print',
  'logo',
  'font',
  'position',
  'voltage',
  'power',
  'plug',
  'color_temperature',
  'thread',
  'tolerance',
  'hardness',
  'flavor',
  'sweetness',
  'scent',
  'pack_size',
  'label_language',
  'storage',
  'pattern',
  'grade',
  'other',
] as const;
export type SpecKey = (typeof specKeys)[number];

/** UTF-16 offsets into the original text; `text` is exactly `note.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** `confirmed` is provable by code (or both readers agree) and may drive things; `suggested` is shown to staff; `rejected` is kept for the record. */
export type Status = 'confirmed' | 'suggested' | 'rejected';

export interface Item {
  evidence: Span;
  source: 'rules' | 'model' | 'both' | 'staff';
  status: Status;
}

export type HumanReason = Flag | 'injection' | 'conflict' | 'unclear' | 'unclear_date' | 'past_date' | 'unknown_product' | 'unread_text';

/** What was understood from a note, each item with the words it came from. */
export interface Reading {
  version: string;
  language: 'en' | 'zh-Hans' | 'zh-Hant' | 'mixed' | 'other' | 'none';
  reader: 'trivial' | 'rules' | 'rules+model';
  urgent: (Item & { value: boolean }) | null;
  /** `date` is a local ISO date in the order's zone; null when it could not be resolved (reason `unclear_date`). */
  deadline: (Item & { date: string | null; time: string | null; strict: boolean }) | null;
  specs: (Item & { sku: string | null; key: SpecKey; value: string; unit: string | null })[];
  quantityChanges: (Item & { sku: string | null; to: number | null; delta: number | null })[];
  /** Each once; `also` are words elsewhere that say more of the same wish, `message` what a gift's card shall say, `notBefore` the local day before which nothing may come. */
  flags: (Item & { flag: Flag; also?: Span[]; message?: Span; notBefore?: string })[];
  phone: (Item & { e164: string }) | null;
  address: (Item & { value: string }) | null;
  injection: Span[];
  /** Clauses that nothing explains: shown to staff, and the note goes to a person. */
  unread: Span[];
  /** Share of content characters explained, 0 to 1. */
  coverage: number;
  needsHuman: boolean;
  humanReasons: HumanReason[];
  /** What a model read beside the rules; nothing while none was asked. Nothing above is ever the model's. */
  second?: Second;
}

/** A reading in which nothing was found, as of a text that says nothing. */
export const nothingRead = (version: string, language: Reading['language']): Reading => ({
  version,
  language,
  reader: 'trivial',
  urgent: null,
  deadline: null,
  specs: [],
  quantityChanges: [],
  flags: [],
  phone: null,
  address: null,
  injection: [],
  unread: [],
  coverage: 1,
  needsHuman: false,
  humanReasons: [],
});

export interface NoteInput {
  text: string;
  /** Local calendar date of the order: every date resolves from it and from nothing else. */
  orderDate: Temporal.PlainDate;
  timeZone: string;
  /** The order's lines, so that a spec can be bound to the one it names. `names` are all names and aliases. */
  lines: { sku: string; names: string[]; quantity: number }[];
  /**
   * Spans explained elsewhere (the order lines themselves): they count as read and nothing is read from them. A text that orders
   * or changes goods says so by giving them, be it none: there every word may be one more thing that is wanted.
   */
  explained?: { start: number; end: number }[];
  locale?: Locale;
}
