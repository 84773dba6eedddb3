import { formOfTouch } from '../care/answering.act.ts';
import { isTouchAction } from '../care/answer.decide.ts';
import { formOfCase, isCaseAction } from '../cases/pressing.act.ts';
import { findButton, unpressable, type BoundButton } from '../messages/buttons.ts';
import type { Form } from '../messages/form.ts';
import type { PersonRef } from '../messages/incoming.ts';
import type { Press } from '../messages/pressed.ts';
import type { Opened } from '../messages/sink.ts';
import { isAboutWords } from '../orders/actions.ts';
import { isAskable } from '../orders/capabilities.ts';
import { formOf } from '../orders/cards/forms.ts';
import { refusalText } from '../orders/cards/refusal.cards.ts';
import { viewFor } from '../orders/cards/show.act.ts';
import { findOrder } from '../orders/order.store.ts';
import { whyNot } from '../orders/step.act.ts';
import type { Speaker } from '../people/person.ts';
import { formOfSetup } from '../people/setup/setup.act.ts';
import { isSetupAction } from '../people/setup/setup.cards.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import { formOfTeam } from '../people/team/team.act.ts';
import { isTeamAction } from '../people/team/team.cards.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import { isChoice } from './unsure/choosing.act.ts';

/** The form a press opens, and how it is asked. No effect on anything. */
export async function openedBy(turn: DeskTurn, { token, from, address }: Press): Promise<Opened> {
  const button = await findButton(turn.tx, token);
  const speaker = await findSpeaker(turn.tx, from, address);
  const form = button && speaker ? await formOfButton(turn, speaker, button, from) : null;
  return form && speaker ? { form, locale: speaker.locale, isPersonal: speaker.actor.kind === 'customer' } : {};
}

/** Why a form that this press opened would be refused by now, in the words of whoever opened it; null while it would not. No effect on anything. */
export async function whyOver(turn: DeskTurn, { token, from, address }: Press): Promise<string | null> {
  const speaker = await findSpeaker(turn.tx, from, address);
  if (!speaker) return null;
  const button = await findButton(turn.tx, token);
  if (!button) return refusalText({ code: 'unknown_button', params: {} }, speaker);
  if (await formOfButton(turn, speaker, button, from)) return null;
  const { action, orderVersion } = button;
  if (unpressable(button, from, turn.now) === 'expired') return refusalText({ code: 'expired_button', params: {} }, speaker);
  const orderId = orderOf(button);
  const version = isAboutWords(action) ? null : orderVersion;
  const refusal =
    orderId && isAskable(action)
      ? await whyNot(turn, { orderId, action, actor: speaker.actor, via: speaker.address, input: {}, version })
      : null;
  return refusal ? refusalText(refusal, speaker) : words(speaker.locale)('desk:formOver');
}

/** The form a button opens for this person, or null: then the press itself acts (or is refused). No effect on anything. */
async function formOfButton(turn: DeskTurn, speaker: Speaker, button: BoundButton, by: PersonRef): Promise<Form | null> {
  if (unpressable(button, by, turn.now) || isChoice(button)) return null;
  if (isCaseAction(button.action)) return formOfCase(turn, speaker, button);
  if (isTouchAction(button.action)) return formOfTouch(turn, speaker, button);
  if (isTeamAction(button.action)) return formOfTeam(turn, speaker, button, button.action);
  if (isSetupAction(button.action)) return formOfSetup(turn, speaker, button, button.action);
  const orderId = orderOf(button);
  // chosen among several orders, with what was wished already said
  const saysAll = button.args['order'] !== undefined && Object.keys(button.args).length > 1;
  if (!orderId || saysAll || !isAskable(button.action)) return null;
  const order = await findOrder(turn.tx, orderId);
  const isOld = button.orderVersion !== null && button.orderVersion !== order?.version && !isAboutWords(button.action);
  if (!order || isOld) return null;
  const view = await viewFor(turn, order, speaker);
  return view.offered.includes(button.action) ? formOf(view, button.action, button.token, button.args) : null;
}

/** A button is about the order of its card, or about the one of several it stands for. */
export const orderOf = ({ orderId, args }: BoundButton): string | null => orderId ?? args['order'] ?? null;
