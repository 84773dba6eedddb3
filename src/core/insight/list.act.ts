import { listAnswers, listTouchesWithheld } from '../care/figures.store.ts';
import { listOpenCases } from '../cases/figures.store.ts';
import type { Page } from '../extent.ts';
import type { Incoming } from '../messages/incoming.ts';
import { laneOf } from '../messages/incoming.ts';
import { listLostMessages } from '../messages/lost.store.ts';
import { say } from '../messages/outbox.ts';
import { backlog, placedOrders } from '../orders/figures.store.ts';
import { readBusiness } from '../people/business.store.ts';
import type { Speaker } from '../people/person.ts';
import { listExceptions } from '../review/figures.store.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { spanOf } from './day.decide.ts';
import { lists, type ListName } from './digest.ts';
import { answersTable, casesTable, exceptionsTable, listCard, messagesTable, ordersTable, touchesTable } from './list.cards.ts';

const pageSize = 6;

/** Opens the list behind a figure as a message of its own, or turns the page of one that stands already. */
export async function showList(turn: Turn, speaker: Speaker, incoming: Incoming, args: Record<string, string>): Promise<boolean> {
  const list = lists.find((known) => known === args['list']);
  if (!list || !args['day']) return false;
  const day = Temporal.PlainDate.from(args['day']);
  const asked = args['page'] ? Number(args['page']) - 1 : 0;
  const opened = args['opened'] ?? turn.ids.uuid();
  const first = await read(turn, speaker, list, day, { size: pageSize, number: asked });
  // the page is gone when others saw to it meanwhile: then the first one
  const [page, number] =
    first.all === 0 && asked > 0 ? [await read(turn, speaker, list, day, { size: pageSize, number: 0 }), 0] : [first, asked];
  const last = Math.max(0, Math.ceil(page.all / pageSize) - 1);
  await say(turn, {
    to: incoming.address,
    class: 'transactional',
    dedupeKey: `digest_list:${laneOf(incoming.address)}:${incoming.dedupeKey}`,
    card: listCard(page.table, { list, day, opened, number, last, all: page.all }, { ...speaker, now: turn.now }),
    live: `digest_list:${opened}`,
  });
  return true;
}

async function read({ tx }: Turn, speaker: Speaker, list: ListName, day: Temporal.PlainDate, page: Page) {
  const t = words(speaker.locale);
  const span = spanOf(day, (await readBusiness(tx)).timeZone);
  switch (list) {
    case 'orders':
    case 'backlog': {
      const orders = list === 'orders' ? await placedOrders(tx, span, page) : await backlog(tx, page);
      return { all: orders.all, table: ordersTable(orders, list, speaker, t) };
    }
    case 'exceptions':
    case 'open_exceptions': {
      const exceptions = await listExceptions(tx, list === 'exceptions' ? span : null, page);
      return { all: exceptions.all, table: exceptionsTable(exceptions, speaker, t) };
    }
    case 'satisfaction': {
      const answers = await listAnswers(tx, span, page);
      return { all: answers.all, table: answersTable(answers, speaker, t) };
    }
    case 'touches': {
      const touches = await listTouchesWithheld(tx, span, page);
      return { all: touches.all, table: touchesTable(touches, speaker, t) };
    }
    case 'withheld':
    case 'undelivered': {
      const messages = await listLostMessages(tx, span, list, page);
      return { all: messages.all, table: messagesTable(messages, speaker, t) };
    }
    case 'cases': {
      const cases = await listOpenCases(tx, page);
      return { all: cases.all, table: casesTable(cases, speaker, t) };
    }
  }
}
