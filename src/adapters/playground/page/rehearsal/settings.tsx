import { useState } from 'preact/hooks';
import { platformNames } from '#core/messages/incoming.ts';
import type { RehearsalState } from '../../rehearsal/answers.ts';
import { useWords } from './words.ts';

/** With what a desk is started, as long as none listens. */
export function Settings({ platform: { channel, settings, turnedAway } }: { platform: RehearsalState }) {
  const w = useWords();
  const [isCopied, setCopied] = useState(false);
  const text = Object.entries({ ORDERLY_REHEARSAL_URL: location.origin, ...settings })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // a browser that does not let a page copy still lets its reader
      () => {},
    );
  return (
    <section class="connect" aria-label={`${platformNames[channel]}: ${turnedAway ? w.turnedAway : w.unheard}`}>
      <p>{w.howToConnect}</p>
      <pre tabIndex={0}>{text}</pre>
      <button type="button" class="press" onClick={() => void copy()}>
        {isCopied ? w.copied : w.copy}
      </button>
    </section>
  );
}
