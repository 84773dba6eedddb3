import { silent, withWhole, type Block, type Draft, type Offer } from '../messages/card.ts';
import { platformNames, type FileRef } from '../messages/incoming.ts';
import { cut } from '../messages/runs.ts';
import { stateWord } from '../orders/cards/view.ts';
import type { Order } from '../orders/order.ts';
import type { Speaker } from '../people/person.ts';
import type { Trouble } from '../review/exception.store.ts';
import { moment } from '../text/format.ts';
import { words, type Words as Text } from '../text/words.ts';
import type { Case, CaseMessage, Words } from './case.ts';
import { piecesOf } from '../messages/pieces.ts';

/** Everything the card of a case is drawn from, whoever reads it. */
export interface CaseView {
  standing: Case;
  customer: { name: string; company: string | null };
  /** The newest messages, oldest of them first. */
  messages: CaseMessage[];
  /** The order it is about, then the customer's other open ones. */
  orders: Order[];
  /** Open exceptions that are settled in this conversation. */
  troubles: Trouble[];
  closedBy: string | null;
  /** Nothing that somebody wrote is shortened. */
  whole?: true;
}

export type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

/** Of what was said before the newest message so much is repeated on the card. */
const mostRepeated = 400;

/** The case as it stands, for colleagues: who, how long they wait, what was said, and how to answer. */
export function caseCard(view: CaseView, reader: Reader): Draft {
  const card = withWhole(view, (each) => drawn(each, reader));
  // what came before is nowhere on the card: it is read when somebody asks for all of it
  return view.standing.messages > view.messages.length ? { ...card, whole: wholeCase(view, reader) } : card;
}

/** All of it, however much was said. */
export const wholeCase = (view: CaseView, reader: Reader): Block<never>[] => silent(drawn({ ...view, whole: true }, reader).blocks);

function drawn(view: CaseView, reader: Reader): Draft {
  const t = words(reader.locale);
  const { standing, customer } = view;
  const title = t(`cases:title.${standing.about}`, { customer: customer.name });
  const state = stateText(view, reader, t);
  const how = standing.state === 'open' ? t('cases:how', { customer: customer.name, number: String(standing.number) }) : null;
  const buttons = caseButtons(standing, t);
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: title },
    { kind: 'fields', fields: fieldsOf(view, reader, state, t) },
    ...earlierBlocks(view, t),
    ...messageBlocks(view, reader, t),
    ...(how ? [{ kind: 'note' as const, text: how }] : []),
    { kind: 'actions', buttons },
  ];
  const lines = view.messages.map((message) => [`${message.name}: ${message.text ?? ''}`, ...fileLines(message.files, t)].join('\n'));
  return { blocks, fallback: [title, state, ...lines, ...(how ? [how] : [])].join('\n') };
}

function caseButtons({ id, state }: Case, t: Text): Offer[] {
  const args = { case: id };
  if (state === 'closed') return [{ action: 'reopen_case', label: t('cases:button.reopen'), args }];
  return [
    { action: 'answer_case', label: t('cases:button.answer'), style: 'primary', args },
    { action: 'close_case', label: t('cases:button.close'), args },
  ];
}

function fieldsOf(view: CaseView, reader: Reader, state: string, t: Text): { label: string; value: string }[] {
  const { standing, customer, orders } = view;
  const listed = orders.map((order) => t('cases:orderState', { number: order.number ?? '–', state: stateWord(t, order) }));
  return [
    { label: t('cases:field.state'), value: state },
    { label: t('cases:field.case'), value: String(standing.number) },
    { label: t('orders:card.customer'), value: customer.company ? `${customer.name} · ${customer.company}` : customer.name },
    { label: t('cases:field.channel'), value: platformNames[standing.address.platform] },
    { label: t('cases:field.orders'), value: listed.length > 0 ? listed.join(t('orders:card.listJoin')) : t('cases:noOrders') },
    ...view.troubles.map((trouble) => ({ label: t('cases:field.exception'), value: troubleText(trouble, reader, t) })),
    ...openedFields(standing, reader, t),
  ];
}

/** When it began; not where the customer has waited ever since, as the state says so already. */
function openedFields({ openedAt, waitingSince, closedAt }: Case, reader: Reader, t: Text): { label: string; value: string }[] {
  const opened = moment(openedAt, reader.timeZone, reader.locale);
  const isSaid = !closedAt && waitingSince && moment(waitingSince, reader.timeZone, reader.locale) === opened;
  return isSaid ? [] : [{ label: t('cases:field.opened'), value: opened }];
}

function troubleText({ orderNumber, grade, dueAt }: Trouble, reader: Reader, t: Text): string {
  const by = moment(dueAt, reader.timeZone, reader.locale);
  return t('cases:exception', { number: orderNumber ?? '–', grade: t(`care:grade.${grade}`), by });
}

function stateText({ standing, customer, closedBy }: CaseView, reader: Reader, t: Text): string {
  const at = (moment_: Temporal.Instant): string => moment(moment_, reader.timeZone, reader.locale);
  if (standing.closedAt) return t('cases:state.closed', { by: closedBy ?? customer.name, at: at(standing.closedAt) });
  if (standing.waitingSince) return t('cases:state.waiting', { since: at(standing.waitingSince) });
  return t('cases:state.answered', { customer: customer.name });
}

/** What the customer wrote to the desk just before: the question behind the wish is often there. */
function earlierBlocks({ standing: { earlier }, whole }: CaseView, t: Text): Block<Offer>[] {
  if (earlier.length === 0) return [];
  return [
    { kind: 'note', text: t('cases:earlier') },
    ...earlier.map(({ text }): Block<Offer> => ({ kind: 'quote', text: whole ? text : cut(text, mostRepeated), marks: [] })),
  ];
}

function messageBlocks({ standing, messages, whole }: CaseView, reader: Reader, t: Text): Block<Offer>[] {
  const hidden = standing.messages - messages.length;
  const more: Block<Offer>[] = hidden > 0 ? [{ kind: 'note', text: t('cases:more', { count: hidden }) }] : [];
  const shown = messages.flatMap((message, index): Block<Offer>[] => {
    const said =
      message.text === null ? t('cases:emptied') : whole || index === messages.length - 1 ? message.text : cut(message.text, mostRepeated);
    return [
      { kind: 'note', text: `${message.name} · ${moment(message.at, reader.timeZone, reader.locale)}` },
      ...(said.trim() === '' ? [] : [{ kind: 'quote' as const, text: said, marks: [] }]),
      // a card that is edited in place cannot take files along: they are said under it
      ...fileLines(message.files, t).map((text) => ({ kind: 'note' as const, text })),
    ];
  });
  return [...more, ...shown];
}

/** So much of a text every platform shows whole in one quotation, and so many of them in one message. */
const inQuote = 900;
const inMessage = 3;

/**
 * What one person says to the other: with the name above it, and their words as they stand, whatever is in them. No platform
 * shows a long text whole in one message, so it becomes several; files come with the last.
 */
export function wordsCards(name: string, said: Words, t: Text): Draft[] {
  const pieces = piecesOf(said.text, inQuote);
  const cards: Draft[] = [];
  do {
    const shown = pieces.splice(0, inMessage);
    const files = pieces.length === 0 ? said.files : [];
    cards.push({
      blocks: [
        { kind: 'note', text: name },
        ...shown.map((text): Block<Offer> => ({ kind: 'quote', text, marks: [] })),
        ...files.map(fileBlock),
      ],
      fallback: [`${name}${t('cases:colon')}${shown.join('')}`, ...fileLines(files, t)].join('\n'),
    });
  } while (pieces.length > 0);
  return cards;
}

/** The files of a conversation for somebody who comes to it later; null where there are none. */
export function filesCard({ messages }: CaseView, t: Text): Draft | null {
  const files = messages.flatMap((message) => message.files);
  if (files.length === 0) return null;
  return { blocks: [{ kind: 'note', text: t('cases:files') }, ...files.map(fileBlock)], fallback: fileLines(files, t).join('\n') };
}

const fileBlock = (file: FileRef): Block<Offer> => ({ kind: 'file', file });

const fileLines = (files: FileRef[], t: Text): string[] => files.map(({ name }) => t('cases:file', { name }));

/** Open cases with a button each; those who wait longest come first. */
export function casesCard(views: CaseView[], reader: Reader): Draft {
  const t = words(reader.locale);
  const title = t('cases:list');
  const rows = views.map((view) => [String(view.standing.number), view.customer.name, stateText(view, reader, t)]);
  const buttons = views.map((view): Offer => ({
    action: 'show_case',
    label: t('cases:button.show', { number: String(view.standing.number), customer: view.customer.name }),
    args: { case: view.standing.id },
  }));
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'table', head: [t('cases:field.case'), t('orders:card.customer'), t('cases:field.state')], rows },
      { kind: 'actions', buttons },
    ],
    fallback: [title, ...rows.map((row) => row.join(' · '))].join('\n'),
  };
}
