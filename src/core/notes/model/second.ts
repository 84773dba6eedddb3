import type { Flag, Span, SpecKey, Status } from '../reading.ts';

/** Why a model that should have read a note did not. The rules read it all the same. */
export const degradations = [
  'no_model',
  'over_budget',
  'breaker_open',
  'timed_out',
  'server_down',
  'busy',
  'wrong_key',
  'rejected',
  'refused',
  'truncated',
  'invalid_answer',
  'not_recorded',
  'gave_up',
] as const;
export type Degraded = (typeof degradations)[number];

/** That there is no answer, and why; of a server that is given a rest also what its calls ended with before. */
export interface NoAnswer {
  reason: Degraded;
  because?: Degraded | null;
}

export const noAnswer = ({ reason, because = null }: NoAnswer): NoAnswer => (because === null ? { reason } : { reason, because });

/** One thing a model says is in a note, as code parsed it from the quoted words. */
export type Saying =
  | { field: 'urgent'; value: boolean }
  // `isPast`: before the order itself; `isSoon`: so near that a hard day and "no rush" cannot both be meant
  | { field: 'deadline'; date: string | null; time: string | null; strict: boolean; isPast?: boolean; isSoon?: boolean }
  | { field: 'spec'; sku: string | null; key: SpecKey; value: string; unit: string | null }
  | { field: 'quantity'; sku: string | null; to: number | null; delta: number | null }
  | { field: 'flag'; flag: Flag }
  // a wish that the rules have seen in words which the model reads otherwise
  | { field: 'no_flag'; flag: Flag }
  // a property likewise
  | { field: 'no_spec'; sku: string | null; key: SpecKey; value: string; unit: string | null }
  | { field: 'phone'; e164: string }
  | { field: 'address'; value: string }
  | { field: 'injection' }
  | { field: 'conflict' }
  | { field: 'unread' }
  // there is nothing more in words that the rules could not read
  | { field: 'nothing' };
export type Field = Saying['field'];

/** Why nothing is made of what a model said. */
export type Rejection =
  | 'not_in_note'
  | 'in_instruction'
  | 'value_not_in_quote'
  | 'no_such_line'
  | 'not_a_date'
  | 'not_a_phone'
  | 'not_a_count'
  | 'too_many'
  | 'by_staff';

export interface SecondItem {
  /** Tells it from the others of this reading. */
  id: string;
  says: Saying;
  /** Null for words that do not stand in the note. */
  evidence: Span | null;
  /** `confirmed` only where the rules, or a colleague, say the same. */
  status: Status;
  /** The rules read these words otherwise. */
  disagrees: boolean;
  rejected: Rejection | null;
  /** How much of it code could prove, 0 to 3: what a confidence is looked up by. */
  support: number;
  /** What the model itself said, shortened: words it quoted, and a value beside them. Only to be shown. */
  said?: { quote: string; value: string | null };
  /** Who of staff said yes or no. */
  answeredBy: string | null;
}

/** What a model read in a note beside the rules, or why it read nothing. It changes no item of the reading it stands in. */
export interface Second {
  model: string | null;
  prompt: string;
  degraded: Degraded | null;
  /** Of a model that is given a rest: what its calls ended with before. */
  because?: Degraded;
  items: SecondItem[];
  /** Clauses that the rules could not read, which the model accounts for and in which code finds nothing asked: they wait for nobody. */
  settled?: Span[];
}

/** What staff are still to say yes or no to. */
export const openItems = (second: Second | undefined): SecondItem[] => (second?.items ?? []).filter(({ status }) => status === 'suggested');
