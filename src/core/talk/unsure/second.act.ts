import { record } from '../../events/event.store.ts';
import { say } from '../../messages/outbox.ts';
import { matterOfMessage, type WishesAnswer } from '../../notes/intent/model/question.ts';
import { suggestedWishes, verifyWishes, type SecondOfMessage } from '../../notes/intent/model/verify.ts';
import { askFor, type AskedFor } from '../../notes/model/asking.ts';
import { loseCalls } from '../../notes/model/calls/call.store.ts';
import type { Calling } from '../../notes/model/calls/calling.ts';
import type { SecondReader } from '../../orders/reading/second.act.ts';
import { readBusiness } from '../../people/business.store.ts';
import { plan } from '../../schedule/jobs.ts';
import type { Job } from '../../schedule/jobs.store.ts';
import type { Reading as Errand } from '../../schedule/readings.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { unsureCard, unsureName } from './unsure.cards.ts';
import { findUnsure, isFresh, keepSecondOfMessage, lockUnsure } from './unsure.store.ts';
import { wishesToOffer } from './wishes.decide.ts';

interface Question {
  id: string;
  text: string;
  timeZone: string;
}

interface World extends Omit<Calling, 'model' | 'terms' | 'timeZone'> {
  /** Null where a model was switched off after its reading was planned. */
  reader: SecondReader | null;
  parked(turn: Turn, job: Job): Promise<void>;
}

/** Buttons that change later than this would change under somebody's thumb. */
const patience = 3;

/** A model is to read the message too, where there is one. The buttons of the rules stand there meanwhile: nobody waits for it. */
export async function planReading(turn: DeskTurn, id: string): Promise<void> {
  if (!turn.asksModel) return;
  await plan(turn, { key: `read_message:${id}`, kind: 'read_message', dueAt: turn.now, body: { messageId: id } });
}

/** The second reading of a message that was not clear. All that comes of it are other buttons, as long as nobody has pressed one. */
export function messageReading({ reader, ...world }: World): Errand<Question, AskedFor<WishesAnswer>> {
  const keep = (turn: Turn, question: Question, asked: AskedFor<WishesAnswer>): Promise<void> =>
    keepSecond(turn, question, asked, reader?.model.model ?? null);
  return {
    kind: 'read_message',
    async prepare({ tx }, job) {
      const messageId = String(job.body['messageId']);
      // whoever asked before and was never heard of again may have used what was set aside
      await loseCalls(tx, { messageId });
      const asked = await findUnsure(tx, messageId);
      if (!asked || asked.chosen !== null) return null;
      const { timeZone } = await readBusiness(tx);
      return { id: asked.id, text: asked.text, timeZone };
    },
    async ask({ id, text, timeZone }) {
      if (!reader) return { ok: false, reason: 'no_model' };
      return askFor({ ...world, ...reader, timeZone }, matterOfMessage(text), { orderId: null, messageId: id });
    },
    async keep(turn, _job, question, asked) {
      await keep(turn, question, asked);
      // nobody looks at the buttons any more when it would be asked again
      return null;
    },
    giveUp: (turn, _job, question) => keep(turn, question, { ok: false, reason: 'gave_up' }),
    parked: world.parked,
  };
}

async function keepSecond(turn: Turn, { id }: Question, asked: AskedFor<WishesAnswer>, model: string | null): Promise<void> {
  const unsure = await lockUnsure(turn.tx, id);
  if (!unsure) return;
  const { text, hints, lead, locale, address } = unsure;
  const second: SecondOfMessage = {
    model,
    prompt: matterOfMessage(text).prompt,
    degraded: asked.ok ? null : asked.reason,
    items: asked.ok ? verifyWishes(text, asked.answer) : [],
    inTime: unsure.chosen === null && (await isFresh(turn.tx, id, patience)),
  };
  await keepSecondOfMessage(turn.tx, id, second);
  const before = wishesToOffer(hints);
  const wishes = wishesToOffer(hints, suggestedWishes(second));
  await record(turn, {
    kind: 'message.read',
    actor: { kind: 'system' },
    via: null,
    customerId: unsure.customerId,
    after: { model, prompt: second.prompt, degraded: second.degraded, wishes: suggestedWishes(second), inTime: second.inTime },
  });
  if (!second.inTime || before.join() === wishes.join()) return;
  const card = unsureCard({ id, text, wishes, lead }, locale);
  await say(turn, { to: address, class: 'transactional', dedupeKey: `${unsureName(id)}:read`, card, live: unsureName(id) });
}
