import type { PlaygroundMessage } from '../answers.ts';
import { Nothing } from './nothing.tsx';
import { useSpeech } from './language.tsx';
import { filled } from './words.ts';

/** The very payload the platform gets for a message, and how near it comes to the platform's limits. */
export function PayloadPanel({ message }: { message: PlaygroundMessage | null }) {
  const { words: w } = useSpeech();
  if (!message?.payload) return <Nothing text={w.noPayload} />;
  const [line = ''] = message.text.split('\n');
  return (
    <div class="payload">
      <div class="limits">
        <p class="strong">{line}</p>
        <dl>
          {message.limits.map(({ of, used, most }) => (
            <div key={of}>
              <dt>{w.limits[of]}</dt>
              <dd>
                <meter min={0} max={most} value={used} aria-label={w.limits[of]} /> {used} / {most}
              </dd>
            </div>
          ))}
        </dl>
        <p class="soft">{message.lost.length === 0 ? w.lostNothing : filled(w.lost, { what: message.lost.join(', ') })}</p>
      </div>
      <pre tabIndex={0} aria-label={w.panel.payload}>
        {JSON.stringify(message.payload, null, 2)}
      </pre>
    </div>
  );
}
