import type { Intent } from '../../notes/intent/intent.ts';
import { nothingRead, type Reading } from '../../notes/reading.ts';
import type { Change } from '../../notes/request/change/work.ts';

/**
 * "Move it to Monday", 改成下周一送: said of a draft it is the day the goods are wanted, and no hour at which somebody is in.
 * Changes that say the day themselves stay as they are.
 */
export function withMovedDay(changes: Change[], intent: Intent, text: string, today: Temporal.PlainDate): Change[] {
  if (intent.kind !== 'reschedule' || intent.date === null) return changes;
  const { date } = intent;
  if (Temporal.PlainDate.compare(date, today) < 0) return changes;
  const said = changes.find((change) => change.kind === 'note');
  if (said?.reading.deadline?.status === 'confirmed') return changes;
  const reading = said?.reading ?? nothingRead('', 'none');
  const window = reading.flags.find(({ flag }) => flag === 'delivery_window');
  const evidence = window?.evidence ?? { start: 0, end: text.length, text };
  const moved: Reading = {
    ...reading,
    deadline: { evidence, source: 'rules', status: 'confirmed', date, time: null, strict: false },
    flags: reading.flags.filter((flag) => flag !== window),
    unread: reading.unread.filter(({ start, end }) => start > evidence.start || end < evidence.end),
  };
  return [...changes.filter((change) => change !== said && change.kind !== 'unclear'), { kind: 'note', reading: moved }];
}
