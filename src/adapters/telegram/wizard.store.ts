import { json } from '#core/json.ts';
import type { Address, PersonRef } from '#core/messages/incoming.ts';
import type { Query, Tx } from '#core/ports.ts';
import type { Locale } from '#core/text/locale.ts';
import type { Wizard } from './wizard.decide.ts';

/** A form as it is remembered: one per person and conversation. */
export interface StoredWizard extends Wizard {
  address: Address;
  by: PersonRef;
  locale: Locale;
  /** The updates that were taken, oldest first. */
  heard: string[];
  question: string | null;
  /** The message whose button opened it, with its conversation. */
  openedBy: string | null;
  /** The message of a question whose buttons still stand. */
  keys: string | null;
  turn: number;
  expiresAt: Temporal.Instant;
}

export type Whose = Pick<StoredWizard, 'address' | 'by'>;

const columns = (query: Query) => query`
  address, "by", locale, form, step, answers, state, notice, about, heard, question,
  opened_by as "openedBy", keys, turn, expires_at as "expiresAt"`;

/** Which of these have a form. */
export async function haveWizards(query: Query, those: readonly Whose[]): Promise<boolean[]> {
  const found = await query<{ nth: number }[]>`
    select nth::int
    from unnest(${those.map(({ address }) => address.account)}::text[], ${those.map(({ address }) => address.key)}::text[],
      ${those.map(({ by }) => by.key)}::text[]) with ordinality as asked (account, conversation, person, nth)
    join telegram_forms using (account, conversation, person)`;
  const having = new Set(found.map(({ nth }) => nth));
  return those.map((_, at) => having.has(at + 1));
}

export async function hasWizard(query: Query, whose: Whose): Promise<boolean> {
  const [has = false] = await haveWizards(query, [whose]);
  return has;
}

/** The form of a person in a conversation, held until the transaction ends. */
export async function lockWizard(tx: Tx, { address, by }: Whose): Promise<StoredWizard | null> {
  const [row] = await tx<StoredWizard[]>`
    select ${columns(tx)}
    from telegram_forms
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}
    for update`;
  return row ?? null;
}

/** The form of a person in a conversation as it stands. */
export async function findWizard(query: Query, { address, by }: Whose): Promise<StoredWizard | null> {
  const [row] = await query<StoredWizard[]>`
    select ${columns(query)}
    from telegram_forms
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}`;
  return row ?? null;
}

/** The open forms that buttons of a message opened. */
export async function openedFrom(query: Query, account: string, message: string): Promise<StoredWizard[]> {
  const rows = await query<StoredWizard[]>`
    select ${columns(query)}
    from telegram_forms
    where account = ${account}
      and opened_by = ${message}
      and state = 'open'`;
  return [...rows];
}

/** Takes the open forms that were looked at longest ago, so that no two processes look at the same. */
export async function takeOpen(query: Query, account: string, now: Temporal.Instant, most: number): Promise<StoredWizard[]> {
  const rows = await query<StoredWizard[]>`
    update telegram_forms
    set looked_at = now()
    where (account, conversation, person) in (
      select account, conversation, person
      from telegram_forms
      where account = ${account}
        and state = 'open'
        and expires_at > ${now}
      order by looked_at
      limit ${most}
      for update skip locked)
    returning ${columns(query)}`;
  return [...rows];
}

/** Whose form in a conversation a button of it belongs to; null where there is none any more. */
export async function whoseForm(query: Query, address: Address, formId: string): Promise<PersonRef | null> {
  const [row] = await query<{ by: PersonRef }[]>`
    select "by"
    from telegram_forms
    where account = ${address.account}
      and conversation = ${address.key}
      and form ->> 'id' = ${formId}
    order by state = 'open' desc
    limit 1`;
  return row?.by ?? null;
}

/** What is next is to be said as soon as this is committed. */
export async function saveWizard(tx: Tx, wizard: Omit<StoredWizard, 'turn' | 'keys'>): Promise<void> {
  const { address, by } = wizard;
  const row = {
    account: address.account,
    conversation: address.key,
    person: by.key,
    address: json(tx, address),
    by: json(tx, by),
    locale: wizard.locale,
    form: json(tx, wizard.form),
    step: wizard.step,
    answers: json(tx, wizard.answers),
    state: wizard.state,
    notice: wizard.notice,
    about: wizard.about,
    heard: json(tx, wizard.heard),
    question: wizard.question,
    opened_by: wizard.openedBy,
    expires_at: wizard.expiresAt,
  };
  await tx`
    insert into telegram_forms ${tx(row)}
    on conflict (account, conversation, person) do update
    set address = excluded.address,
      "by" = excluded."by",
      locale = excluded.locale,
      form = excluded.form,
      step = excluded.step,
      answers = excluded.answers,
      state = excluded.state,
      notice = excluded.notice,
      about = excluded.about,
      heard = excluded.heard,
      question = excluded.question,
      opened_by = excluded.opened_by,
      expires_at = excluded.expires_at,
      turn = telegram_forms.turn + 1`;
  await putOffWord(tx, wizard, 0);
}

/** The desk was told. */
export async function markOver(query: Query, { address, by }: Whose): Promise<void> {
  await query`
    update telegram_forms
    set state = 'over'
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}
      and state = 'complete'`;
}

/** So long a word is ours to say; whoever takes it dies with it, and another says it. */
const leaseSeconds = 20;

/** Takes what is to be said, so that no two processes ask the same thing. */
export async function takeWords(query: Query, account: string): Promise<StoredWizard[]> {
  const rows = await query<StoredWizard[]>`
    update telegram_forms
    set ask_at = now() + make_interval(secs => ${leaseSeconds})
    where (account, conversation, person) in (
      select account, conversation, person
      from telegram_forms
      where account = ${account}
        and ask_at <= now()
      order by ask_at
      limit 10
      for update skip locked)
    returning ${columns(query)}`;
  return [...rows];
}

/** It was said; what has changed since is said next. */
export async function markSaid(
  query: Query,
  { address, by, turn }: StoredWizard,
  { question, keys }: Pick<StoredWizard, 'question' | 'keys'>,
): Promise<void> {
  await query`
    update telegram_forms
    set question = ${question},
      keys = ${keys},
      ask_at = case when turn = ${turn} then null else ask_at end
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}`;
}

/** It is to be said so many seconds from now. */
export async function putOffWord(query: Query, { address, by }: Whose, seconds: number): Promise<void> {
  await query`
    update telegram_forms
    set ask_at = now() + make_interval(secs => ${seconds})
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}`;
}

/** A question that stands open and was never asked is to be asked now; false when there is none. */
export async function askUnasked(query: Query, { address, by }: Whose): Promise<boolean> {
  const found = await query`
    update telegram_forms
    set ask_at = now()
    where account = ${address.account}
      and conversation = ${address.key}
      and person = ${by.key}
      and state = 'open'
      and question is null`;
  return found.count > 0;
}

/** What was over or too old a day ago is of no use to anybody. */
export async function forgetWizards(query: Query, before: Temporal.Instant): Promise<void> {
  await query`
    delete from telegram_forms
    where expires_at < ${before}`;
}
