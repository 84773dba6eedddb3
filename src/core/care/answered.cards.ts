import { sentence, type Draft, type Offer } from '../messages/card.ts';
import type { Form } from '../messages/form.ts';
import type { Order } from '../orders/order.ts';
import type { Speaker } from '../people/person.ts';
import { moment } from '../text/format.ts';
import { words, type Words } from '../text/words.ts';
import { isTouchAction, mostCharacters, type Answered, type RefusedAnswer } from './answer.decide.ts';
import type { SurveyAnswer } from './survey.store.ts';
import type { Touch } from './touch.ts';

type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

/** What stands where the question stood: what was answered, and what follows. */
export function answeredCard(
  { id }: Pick<Touch, 'id'>,
  told: { shows: Answered; survey: SurveyAnswer | null; orders: readonly Pick<Order, 'number'>[]; stays: Draft | null },
  reader: Pick<Reader, 'locale'>,
): Draft {
  const t = words(reader.locale);
  const number = told.orders.map((order) => order.number ?? '').join(t('orders:card.listJoin'));
  const score = String(told.survey?.score ?? '');
  const mayAdd = told.survey !== null && told.survey.comment === null;
  const comment: Offer = { action: 'comment', label: t('care:button.comment'), args: { touch: id } };
  const text = t(`care:answered.${told.shows}`, { number, score });
  if (!told.stays) return sentence(text, mayAdd ? [comment] : []);
  const { blocks, fallback } = told.stays;
  return { blocks: [...blocks.filter(({ kind }) => kind !== 'actions'), { kind: 'note', text }], fallback: `${fallback}\n${text}` };
}

/** The form an answer opens before it counts, or null where a press is enough. `id` is the button's token. */
export function formOfAnswer(
  action: string,
  { id, orders, survey }: { id: string; orders: readonly Pick<Order, 'id' | 'number'>[]; survey: SurveyAnswer | null },
  { locale }: Pick<Reader, 'locale'>,
): Form | null {
  const t = words(locale);
  if (action === 'problem') {
    const options = orders.map((order) => ({ value: order.id, label: order.number ?? '' }));
    const which = { name: 'order', kind: 'select' as const, label: t('care:form.order'), required: true, options };
    const text = { name: 'text', kind: 'long_text' as const, label: t('care:form.problem'), required: true };
    return { id, title: t('care:button.problem'), fields: options.length > 1 ? [which, text] : [text] };
  }
  if (action !== 'comment') return null;
  const options = ([1, 2, 3, 4, 5] as const).map((one) => ({ value: String(one), label: t(`care:score.${one}`) }));
  const score = { name: 'score', kind: 'select' as const, label: t('care:form.score'), required: true, options };
  const text = { name: 'text', kind: 'long_text' as const, label: t('care:form.comment'), required: true };
  return { id, title: t('care:button.comment'), fields: survey ? [text] : [score, text] };
}

/** Why an answer does not count, and what to do instead. */
export function refusedAnswer(code: RefusedAnswer, touch: Touch | null, { locale, timeZone }: Reader): string {
  const t = words(locale);
  const at = touch?.answeredAt ? moment(touch.answeredAt, timeZone, locale) : '';
  return t(`care:refused.${code}`, { answer: answerWords(touch?.answer ?? '', t), at, most: String(mostCharacters) });
}

/** An answer as people call it. */
export function answerWords(answer: string, t: Words): string {
  if (!isTouchAction(answer)) return answer;
  switch (answer) {
    case 'csat_1':
    case 'csat_2':
    case 'csat_3':
    case 'csat_4':
    case 'csat_5':
      return t('care:answer.csat', { score: answer.slice('csat_'.length) });
    default:
      return t(`care:answer.${answer}`);
  }
}
