import type { PlaygroundCall } from '../answers.ts';
import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { momentOf, useSpeech, type Speech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { filled, type Words } from './words.ts';

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
            <p class="soft">{call.n > 1 ? timesOf(call, speech) : effortOf(call, speech)}</p>
            <Items call={call} w={w} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Of calls that were not made: how often in a row, and since when. */
const timesOf = ({ n, since }: PlaygroundCall, speech: Speech): string =>
  filled(speech.words.callTimes, { n: new Intl.NumberFormat(speech.locale).format(n), since: momentOf(since, speech) });

const effortOf = ({ ms, tokens, cost }: PlaygroundCall, { words: w, locale }: Speech): string =>
  [
    filled(w.callMs, { ms: new Intl.NumberFormat(locale).format(ms) }),
    filled(w.callTokens, { input: String(tokens.input), output: String(tokens.output) }),
    cost ?? w.costUnknown,
  ].join(' · ');

function Items({ call: { items }, w }: { call: PlaygroundCall; w: Words }) {
  if (items.length === 0) return null;
  return (
    <dl class="call-items">
      {items.map(({ id, what, words, said, status, because }) => (
        <div key={id} class={`call-${status}`}>
          <dt>{what}</dt>
          <dd>
            {words && <q>{words}</q>} <span class="soft">{because}</span>
          </dd>
          {said && said.quote !== '' && (
            <dd class="soft call-said">
              {filled(said.value === null ? w.callQuoted : w.callSaid, { words: said.quote, value: said.value ?? '' })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
