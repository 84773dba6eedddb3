import type { PlaygroundCall } from '../answers.ts';
import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { momentOf, useSpeech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { filled } from './words.ts';

/** What models were asked about notes, what that took, and what was made of each thing they said. */
export function CallsPanel({ live }: { live: Live }) {
  const speech = useSpeech();
  const { words: w, locale } = speech;
  const look = useAsked(locale, live.turn, () => calls.models(locale));
  if (!look) return null;
  if (look.length === 0) return <Nothing text={w.noCalls} />;
  return (
    <ol class="schedule calls">
      {look.map((call) => (
        <li key={call.id}>
          <time dateTime={call.at}>{momentOf(call.at, speech)}</time>
          <div>
            <p>
              <span class={call.answered ? 'strong' : 'strong failed'}>{call.outcome}</span>
              <span class="soft"> · {[call.number, call.purpose, call.model, call.prompt].filter(Boolean).join(' · ')}</span>
            </p>
            <p class="soft">
              {[
                filled(w.callMs, { ms: new Intl.NumberFormat(locale).format(call.ms) }),
                filled(w.callTokens, { input: String(call.tokens.input), output: String(call.tokens.output) }),
                call.cost ?? w.costUnknown,
              ].join(' · ')}
            </p>
            <Items call={call} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Items({ call: { items } }: { call: PlaygroundCall }) {
  if (items.length === 0) return null;
  return (
    <dl class="call-items">
      {items.map(({ id, what, words, status, because }) => (
        <div key={id} class={`call-${status}`}>
          <dt>{what}</dt>
          <dd>
            {words && <q>{words}</q>} <span class="soft">{because}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
