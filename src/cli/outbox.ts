import { InvalidArgumentError, type Command } from 'commander';
import { deliveryFigures, type DeliveryFigures } from '#core/messages/delivery.figures.store.ts';
import { listLostMessages, type ListedMessage } from '#core/messages/lost.store.ts';
import { findBusiness } from '#core/people/business.store.ts';
import { moment } from '#core/text/format.ts';
import type { Turn } from '#core/turn.ts';
import type { Context } from './context.ts';
import { examples, typed } from './examples.ts';

const listed = 50;

interface Options {
  days: number;
  json?: true;
}

/** What waits, what was lost, and what stands in the way. */
interface Found extends DeliveryFigures {
  /** Due in the days asked for, oldest first; at most fifty of `all`. */
  undelivered: { all: number; rows: ListedMessage[] };
}

export function addOutbox(program: Command, context: Context): void {
  program
    .command('outbox')
    .description('Show what waits to be sent, what did not arrive or perhaps did not, and which accounts are stopped.')
    .option('--days <number>', 'how far back messages that did not arrive are listed', readDays, 7)
    .option('--json', 'print one JSON value')
    .addHelpText('after', examples(`${typed} outbox`, `${typed} outbox --days 30 --json`))
    .action(async ({ days, json }: Options) => {
      const data = await context.openData();
      try {
        const zone = (await findBusiness(data.database.sql))?.timeZone ?? 'UTC';
        const found = await data.turn((turn) => look(turn, days));
        context.out(json ? `${JSON.stringify(found)}\n` : inWords(found, days, zone));
      } finally {
        await data.close();
      }
    });
}

async function look({ tx, now }: Turn, days: number): Promise<Found> {
  const span = { from: now.subtract({ hours: 24 * days }), to: now };
  const { all, rows } = await listLostMessages(tx, span, 'undelivered', { size: listed, number: 0 });
  return { ...(await deliveryFigures(tx, now)), undelivered: { all, rows } };
}

function inWords({ outbox, inbox, jobs, oldestDueSeconds, stopped, undelivered }: Found, days: number, zone: string): string {
  const at = (when: Temporal.Instant): string => moment(when, zone, 'en');
  const late = oldestDueSeconds === null ? '' : `; the oldest has been due for ${lasting(oldestDueSeconds)}`;
  const more = undelivered.all - undelivered.rows.length;
  return [
    `To be sent: ${outbox.queued} waiting, ${outbox.sending} under way${late}.`,
    `Received: ${inbox.waiting} waiting, ${inbox.parked} put aside. Planned steps put aside: ${jobs.parked}.`,
    ...stopped.map(({ platform, account, reason, since }) => `Stopped since ${at(since)} (${zone}): ${platform} ${account}, ${reason}.`),
    `Not taken by the platform: ${outbox.failed}; not known whether they arrived: ${outbox.unknown}.`,
    ...(undelivered.all > 0 ? [`Due in the last ${days} days (${zone}):`] : []),
    ...undelivered.rows.map(
      (one) =>
        `  ${at(one.at)}  ${one.platform}  ${one.number ?? '-'}  ${one.recipient ?? 'a conversation of several'}: ${one.state}, ${one.reason}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
    '',
  ].join('\n');
}

function lasting(seconds: number): string {
  if (seconds < 120) return `${Math.floor(seconds)} s`;
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}

function readDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,4}$/.test(text) || days < 1) throw new InvalidArgumentError('How many days is a whole number from 1 to 9999.');
  return days;
}
