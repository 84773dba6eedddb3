import type { Incoming } from '../messages/incoming.ts';
import { caseOfMessage } from '../messages/outbox.store.ts';
import type { Speaker } from '../people/person.ts';
import { reply, replyWords } from '../talk/reply.act.ts';
import { sayStaffOnly } from '../talk/commands/staff-only.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { casesCard } from './case.cards.ts';
import type { Case } from './case.ts';
import { findCase, findCaseByNumber, findOpenCase, latestCase, openCases } from './case.store.ts';
import { takeCase, type CaseAction } from './pressing.act.ts';
import { readView } from './show.act.ts';

type Command = Extract<Incoming, { kind: 'command' }>;

const listed = 10;

/** The action of a case that each command means. */
const actionOf = {
  case: 'show_case',
  reply: 'answer_case',
  close: 'close_case',
  reopen_case: 'reopen_case',
} as const satisfies Record<string, CaseAction>;

/** `/case 12`, `/reply 12 words`, `/close 12`, `/reopen_case 12`. */
export async function obeyCase(turn: DeskTurn, speaker: Speaker, incoming: Command, command: keyof typeof actionOf): Promise<void> {
  const { standing, text } = await meant(turn, speaker, incoming);
  if (standing) return void (await takeCase(turn, speaker, incoming, actionOf[command], standing, text));
  const key = speaker.actor.kind === 'staff' ? 'cases:which' : 'cases:noneOpen';
  await replyWords(turn, incoming, words(speaker.locale)(key, { command: incoming.command.slice(0, 40) }));
}

/** The case that is named, the one whose message is answered, or a customer's own open one; and the words after it. */
async function meant(
  turn: DeskTurn,
  speaker: Speaker,
  { address, text, replyTo }: Command,
): Promise<{ standing: Case | null; text: string }> {
  if (speaker.actor.kind === 'customer') {
    const { id } = speaker.actor;
    return { standing: (await findOpenCase(turn.tx, id)) ?? (await latestCase(turn.tx, id)), text };
  }
  const [, number, rest = ''] = /^#?(\d{1,15})(?!\S)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  if (number) return { standing: await findCaseByNumber(turn.tx, BigInt(number)), text: rest };
  const answeredId = replyTo ? await caseOfMessage(turn.tx, address, replyTo) : null;
  return { standing: answeredId ? await findCase(turn.tx, answeredId) : null, text };
}

/** `/cases`: who wants a person. */
export async function listCases(turn: DeskTurn, speaker: Speaker, incoming: Command): Promise<void> {
  if (speaker.actor.kind !== 'staff') return sayStaffOnly(turn, speaker, incoming);
  const t = words(speaker.locale);
  const open = await openCases(turn.tx, listed);
  if (open.length === 0) return replyWords(turn, incoming, t('cases:none'));
  const views = await Promise.all(open.map((standing) => readView(turn, standing)));
  await reply(turn, incoming, casesCard(views, speaker));
}
