import { askAgain, caseUnanswered } from './cases/waiting.act.ts';
import { forgetOldWords } from './cases/tidying.act.ts';
import { touchDue } from './care/due.act.ts';
import { raiseOpenTroubles, raiseOverdue } from './care/raising.act.ts';
import { noteUndelivered } from './care/undelivered.act.ts';
import { enrolQuiet, winBackDaily } from './care/win-back/enrolling.act.ts';
import { morning, sendDigests } from './insight/morning.act.ts';
import { forgetOldAnswers } from './notes/model/tidying.act.ts';
import { doJob } from './orders/jobs.act.ts';
import { promiseRound, tellPassedPromises } from './orders/fulfilling/late.act.ts';
import { forgetListFiles } from './lists/list-file.store.ts';
import { nameDeciders } from './orders/naming.act.ts';
import { forgetNoteMessages } from './orders/note-message.store.ts';
import { forgetCodes } from './people/codes/code.store.ts';
import { forgetOldContacts } from './people/hinting/tidying.act.ts';
import { absenceOver } from './people/team/changing.act.ts';
import { refreshValueLimits } from './review/value-limits.store.ts';
import type { Job } from './schedule/jobs.store.ts';
import { nightly, runNightly } from './schedule/nightly.ts';
import { timesOf } from './schedule/slots.decide.ts';
import { planTidying, tidy, tidying } from './schedule/tidy.ts';
import { deleteOldUnsure } from './talk/unsure/unsure.store.ts';
import type { DeskTurn, Turn } from './turn.ts';

/** What happens once a day by the clock of the business. */
export const daily = [nightly, morning, promiseRound, winBackDaily];
/** And at which times, as they are looked for. */
export const slots = daily.map((schedule) => ({ name: schedule.name, times: timesOf(schedule) }));

/** What was kept for a later word that never came. */
const forgetLooseEnds =
  (retentionDays: number) =>
  async ({ tx, now }: Turn): Promise<void> => {
    const before = (days: number): Temporal.Instant => now.subtract({ hours: 24 * days });
    await forgetCodes(tx, before(7));
    await forgetListFiles(tx, before(2));
    await forgetNoteMessages(tx, before(retentionDays));
    await deleteOldUnsure(tx, before(retentionDays), mostUnsure);
  };

/** Of a night; the next one goes on. */
const mostUnsure = 20_000;

type Doing = (turn: DeskTurn, job: Job) => Promise<void>;

/** Who does which kind of job, in the transaction that marks it done; what is not named here belongs to an order. */
export function jobsOf(retentionDays: number): Doing {
  const keep = { inbox: retentionDays, keys: 2 * retentionDays, outbox: retentionDays, buttons: 2 * retentionDays };
  const features: Record<string, Doing> = {
    [nightly.name]: (turn) =>
      runNightly(turn, [
        planTidying,
        forgetOldWords(retentionDays),
        forgetLooseEnds(retentionDays),
        forgetOldContacts(retentionDays),
        forgetOldAnswers(retentionDays),
        refreshValueLimits,
        () => raiseOpenTroubles(turn),
      ]),
    [tidying]: (turn) => tidy(turn, keep),
    [morning.name]: sendDigests,
    [promiseRound.name]: tellPassedPromises,
    [winBackDaily.name]: enrolQuiet,
    [caseUnanswered]: askAgain,
    touch_due: touchDue,
    touch_undelivered: noteUndelivered,
    exception_due: raiseOverdue,
    absence_over: absenceOver,
    names_changed: nameDeciders,
  };
  return (turn, job) => (features[job.kind] ?? doJob)(turn, job);
}
