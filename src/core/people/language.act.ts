import type { Incoming } from '../messages/incoming.ts';
import { replyWords, whisper } from '../talk/reply.act.ts';
import { languageNamed } from '../text/language.ts';
import { languageNames, type Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { stateLocale } from './people.store.ts';
import type { Speaker } from './person.ts';
import { speakTo } from './setup.store.ts';

/** `/language`: in which language the desk writes to somebody; said in a channel of the team, in which it writes there. */
export async function askLanguage(turn: Turn, speaker: Speaker, incoming: Incoming, typed: string): Promise<void> {
  const isOwn = incoming.address.kind === 'dm';
  const t = words(speaker.locale);
  const choice = t('desk:language.choice', { languages: Object.values(languageNames).join(t('orders:card.listJoin')) });
  const asked = languageNamed(typed);
  const tell = (text: string): Promise<void> => (isOwn ? replyWords(turn, incoming, text) : whisper(turn, incoming, text));
  if (typed === '' && isOwn) return tell(`${t('desk:language.yours', { language: languageNames[speaker.locale] })} ${choice}`);
  if (!asked) return tell(typed === '' ? choice : `${t('desk:language.unknown', { words: typed.slice(0, 40) })} ${choice}`);
  if (!isOwn && !isManager(speaker)) return tell(t('desk:language.managersOnly'));
  await (isOwn ? stateLocale(turn.tx, speaker.actor, asked) : speakTo(turn.tx, asked));
  return tell(inTheirs(asked, isOwn));
}

/** In the language that was asked for: whoever mistook it sees so at once. */
const inTheirs = (locale: Locale, isOwn: boolean): string =>
  words(locale)(isOwn ? 'desk:language.yours' : 'desk:language.here', { language: languageNames[locale] });

const isManager = ({ actor }: Speaker): boolean => actor.kind === 'staff' && actor.roles.some(({ role }) => role === 'manager');
