import { scoresGiven, touchesWithheld } from '../care/figures.store.ts';
import { countOpenCases } from '../cases/figures.store.ts';
import { lostMessages } from '../messages/lost.store.ts';
import { accuracyOf, calibrationError } from '../notes/model/labels/calibration.decide.ts';
import { callsMade, notesToRead, wishesMeant } from '../notes/model/calls/figures.store.ts';
import { correctionsOf, tallies } from '../notes/model/labels/label.store.ts';
import { backlog, backlogByState, placedValues, placedWithin } from '../orders/figures.store.ts';
import type { Query } from '../ports.ts';
import { exceptionsOpened, openExceptions, waitingDecisions } from '../review/figures.store.ts';
import { spanOf } from './day.decide.ts';
import { counted, sumOf, type Digest } from './digest.ts';
import { satisfactionOf } from './satisfaction.decide.ts';

const mostOldest = 5;
const daysOfTrend = 14;

/** Reads the figures of a day. What waits is as of now; what happened is what happened. */
export async function readDigest(query: Query, day: Temporal.PlainDate, timeZone: string, now: Temporal.Instant): Promise<Digest> {
  const span = spanOf(day, timeZone);
  const said = await tallies(query);
  const notes = counted(await notesToRead(query, span));
  const scores = await scoresGiven(query, span);
  const { rows: oldest } = await backlog(query, { size: mostOldest, number: 0 });
  return {
    day,
    span,
    at: now,
    timeZone,
    orders: counted(await placedValues(query, span)),
    trend: await trendUntil(query, day, timeZone),
    exceptions: counted(await exceptionsOpened(query, span)),
    satisfaction: { ...counted(scores), ...satisfactionOf(scores) },
    touches: counted(await touchesWithheld(query, span)),
    withheld: counted(await lostMessages(query, span, 'withheld')),
    undelivered: counted(await lostMessages(query, span, 'undelivered')),
    reading: {
      ...notes,
      read: sumOf(
        notes.parts.filter(({ outcome }) => outcome === 'read'),
        'n',
      ),
      calls: await callsMade(query, span),
      accuracy: accuracyOf(said),
      calibrationError: calibrationError(said),
      corrected: await correctionsOf(query, span),
      meant: await wishesMeant(query, span),
    },
    backlog: { ...counted(await backlogByState(query)), oldest },
    approvals: counted(await waitingDecisions(query, now)),
    openExceptions: counted(await openExceptions(query)),
    cases: await countOpenCases(query),
  };
}

/** How many orders were placed on each of the two weeks that end with the day. */
async function trendUntil(query: Query, last: Temporal.PlainDate, timeZone: string): Promise<Digest['trend']> {
  const days = Array.from({ length: daysOfTrend }, (_, at) => last.subtract({ days: daysOfTrend - 1 - at }));
  const placed = await placedWithin(
    query,
    days.map((day) => spanOf(day, timeZone)),
  );
  return days.map((day, at) => ({ day, n: placed[at] ?? 0 }));
}
