import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Form } from '../messages/form.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { customerTerms } from '../people/customer.store.ts';
import type { Speaker } from '../people/person.ts';
import { replyWords, whisper } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { answerCase } from './answering.act.ts';
import type { Case } from './case.ts';
import { findCase } from './case.store.ts';
import { closeCase, reopenCase } from './closing.act.ts';
import { showCaseIn } from './show.act.ts';

const caseActions = ['answer_case', 'close_case', 'reopen_case', 'show_case'] as const;
export type CaseAction = (typeof caseActions)[number];

export const isCaseAction = (action: string): action is CaseAction => caseActions.some((known) => known === action);

/** As long as any message may be. */
const mostCharacters = 20_000;

type Asking = Extract<Incoming, { kind: 'press' | 'form' | 'command' }>;

/** A button of a case was pressed, or its form sent. */
export async function pressCase(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: CaseAction,
): Promise<Outcome> {
  const standing = await findCase(turn.tx, button.args['case'] ?? '');
  const text = incoming.kind === 'form' ? (incoming.values['text'] ?? '') : '';
  return standing ? takeCase(turn, speaker, incoming, action, standing, text) : no(turn, speaker, incoming, null, 'unknown_case');
}

/** One action on a case, by button or by command; every "no" says why, to the person who asked, and is remembered. */
export async function takeCase(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Asking,
  action: CaseAction,
  standing: Case,
  text: string,
): Promise<Outcome> {
  const { actor } = speaker;
  const mine = actor.kind === 'customer' && actor.id === standing.customerId && (action === 'close_case' || action === 'reopen_case');
  if (actor.kind !== 'staff' && !mine) return no(turn, speaker, incoming, standing, 'not_yours');
  switch (action) {
    case 'show_case':
      await showCaseIn(turn, standing, speaker.address, `${incoming.from.platform}:${incoming.dedupeKey}`);
      return { ok: true };
    case 'answer_case': {
      if (actor.kind !== 'staff') return no(turn, speaker, incoming, standing, 'not_yours');
      if (text.trim() === '') return no(turn, speaker, incoming, standing, 'no_words');
      if (text.length > mostCharacters) return no(turn, speaker, incoming, standing, 'too_long');
      const { faster } = await answerCase(turn, { ...speaker, actor }, standing.id, { text, files: [] });
      await tellSecond(turn, speaker, incoming, faster);
      return { ok: true };
    }
    case 'close_case':
    case 'reopen_case': {
      const refusal = await (action === 'close_case' ? closeCase : reopenCase)(turn, speaker, standing.id);
      return refusal ? denied(turn, speaker, incoming, standing, refusal) : { ok: true };
    }
  }
}

/** Two colleagues answered the same words: both were sent, and the second knows. */
export async function tellSecond(turn: DeskTurn, speaker: Speaker, incoming: Incoming, faster: string | null): Promise<void> {
  if (faster) await whisper(turn, incoming, words(speaker.locale)('cases:alsoAnswered', { name: faster }));
}

/** What the button asks before it acts; only an answer needs words. */
export async function formOfCase(turn: DeskTurn, speaker: Speaker, button: BoundButton): Promise<Form | null> {
  if (button.action !== 'answer_case' || speaker.actor.kind !== 'staff') return null;
  const standing = await findCase(turn.tx, button.args['case'] ?? '');
  if (!standing) return null;
  const t = words(speaker.locale);
  const { name } = await customerTerms(turn.tx, standing.customerId);
  const title = t('cases:form.answer', { customer: name });
  return {
    id: button.token,
    title,
    fields: [{ name: 'text', kind: 'long_text', label: t('cases:form.text', { customer: name }), required: true }],
  };
}

function no(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Asking,
  standing: Case | null,
  code: 'unknown_case' | 'not_yours' | 'no_words' | 'too_long',
): Promise<Outcome> {
  return denied(turn, speaker, incoming, standing, {
    code,
    text: words(speaker.locale)(`cases:refused.${code}`, { most: String(mostCharacters) }),
  });
}

async function denied(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Asking,
  standing: Case | null,
  refusal: { code: string; text: string },
): Promise<Outcome> {
  await record(turn, {
    kind: 'case.denied',
    actor: speaker.actor,
    via: speaker.address,
    orderId: standing?.orderId ?? null,
    customerId: standing?.customerId ?? null,
    after: { case: standing?.id ?? null, code: refusal.code },
    reason: refusal.code,
  });
  if (incoming.kind === 'command') await replyWords(turn, incoming, refusal.text);
  else await whisper(turn, incoming, refusal.text);
  return { ok: false, refusal };
}
