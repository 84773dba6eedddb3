import { sentence, type Draft } from '../../messages/card.ts';
import { platformNames } from '../../messages/incoming.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import { choosable, type Choices } from './choice.ts';

/** Where somebody hears what, with a button for every other channel they have; `card` names the message, so that the choice stands in it. */
export function choicesCard({ platforms, chosen }: Choices, kind: keyof typeof choosable, card: string, locale: Locale): Draft {
  const t = words(locale);
  const lines = choosable[kind].map((about) => {
    const channel = chosen[about];
    return t('link:hears', { about: t(`link:about.${about}`), where: channel ? platformNames[channel] : t(`link:unchosen.${about}`) });
  });
  if (platforms.length < 2) return sentence([t('link:oneChannel'), ...lines].join('\n'));
  const buttons = choosable[kind].flatMap((about) =>
    platforms
      .filter((platform) => platform !== chosen[about])
      .map((platform) => ({
        action: 'choose_channel',
        label: t('link:button.choose', { about: t(`link:about.${about}`), channel: platformNames[platform] }),
        args: { about, platform, card },
      })),
  );
  return sentence([t('link:chooseChannel'), ...lines].join('\n'), buttons);
}
