import type { Draft } from '../../messages/card.ts';
import { sentence } from '../../messages/card.ts';
import { platformNames } from '../../messages/incoming.ts';
import { moment } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { GivenCode } from '../codes/giving.act.ts';
import type { Speaker } from '../person.ts';
import type { Hint } from './hint.store.ts';

export const hintActions = ['hint_code', 'hint_no'] as const;
export type HintAction = (typeof hintActions)[number];
export const isHintAction = (action: string): action is HintAction => hintActions.some((known) => known === action);

/** For colleagues: who may be one person, by what, and what they can do about it. `reachable`: the known one has an account to send a code to. */
export function hintCard(hint: Hint, reachable: boolean, locale: Locale): Draft {
  const t = words(locale);
  const { newcomer, known } = hint;
  const facts = { newcomer, known, channel: platformNames[hint.platform], tail: hint.tail, by: hint.decidedBy ?? '' };
  const title = t('link:hint.title');
  const text = t(`link:hint.${hint.kind}`, facts);
  const note = t('link:hint.only', facts);
  if (hint.state !== 'open') {
    const decided = t(`link:hint.${hint.state}`, facts);
    return {
      blocks: [
        { kind: 'heading', text: title },
        { kind: 'text', text },
        { kind: 'note', text: decided },
      ],
      fallback: [title, text, decided].join('\n'),
    };
  }
  const args = { hint: hint.id };
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text },
      { kind: 'note', text: note },
      {
        kind: 'actions',
        buttons: [
          { action: 'hint_code', label: t(reachable ? 'link:hint.send' : 'link:hint.give', facts), style: 'primary', args },
          { action: 'hint_no', label: t('link:hint.no'), args },
        ],
      },
    ],
    fallback: [title, text, note].join('\n'),
  };
}

/** For the known customer, in their own conversation: nothing in it says who wrote, or what. */
export function mayBeYouCard(hint: Hint, given: GivenCode, links: readonly string[], reader: Pick<Speaker, 'locale' | 'timeZone'>): Draft {
  const t = words(reader.locale);
  const until = moment(given.expiresAt, reader.timeZone, reader.locale);
  const text = t('link:hint.mayBeYou', { channel: platformNames[hint.platform], code: given.code, until });
  return sentence([text, ...links.map((link) => t('link:orOpen', { link }))].join('\n'));
}
