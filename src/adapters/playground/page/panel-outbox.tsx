import { platformNames } from '#core/messages/incoming.ts';
import type { PlaygroundDeskLook, PlaygroundState } from '../answers.ts';
import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { momentOf, useSpeech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { titleOf } from './rooms.tsx';
import { named, type Words } from './words.ts';

/** One line: a message that went out or will, or one that was planned and not said. */
interface Row {
  id: string;
  at: string;
  to: string;
  platform: string;
  text: string;
  order: string | null;
  state: string;
  why: string | null;
}

interface Props {
  state: PlaygroundState;
  live: Live;
  /** The state that is shown alone. */
  only: string | null;
  show(only: string | null): void;
}

/** What the desk says and what it kept to itself, with the reason, newest first. */
export function OutboxPanel({ state, live, only, show }: Props) {
  const speech = useSpeech();
  const { words: w, locale } = speech;
  const look = useAsked(locale, live.turn, () => calls.desk(locale));
  if (!look) return null;
  const rows = rowsOf(look, state, w);
  if (rows.length === 0) return <Nothing text={w.noMessages} />;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  const shown = only !== null && counts.has(only) ? rows.filter((row) => row.state === only) : rows;
  return (
    <>
      <div class="filters" role="group" aria-label={w.state}>
        <button type="button" aria-pressed={shown === rows} onClick={() => show(null)}>
          {w.all} <span class="count">{rows.length}</span>
        </button>
        {[...counts].map(([each, count]) => (
          <button type="button" key={each} aria-pressed={each === only} onClick={() => show(each)}>
            {named(w.sending_states, each)} <span class="count">{count}</span>
          </button>
        ))}
      </div>
      <table class="rows sent">
        <thead>
          <tr>
            <th scope="col">{w.at}</th>
            <th scope="col">{w.text}</th>
            <th scope="col">{w.state}</th>
            <th scope="col">{w.to}</th>
            <th scope="col">{w.order}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <td>
                <time dateTime={row.at}>{momentOf(row.at, speech)}</time>
              </td>
              <td class="wide">
                {row.why && <strong>{row.why}</strong>}
                <span class={row.why ? 'soft' : undefined}>{row.text}</span>
              </td>
              <td class="rows-state">
                <span class={`state send-${row.state}`}>{named(w.sending_states, row.state)}</span>
              </td>
              <td>
                {row.to} {row.platform && <span class="soft">{row.platform}</span>}
              </td>
              <td>{row.order ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const namesOfPlatforms: Record<string, string> = platformNames;

function rowsOf({ messages, unsaid }: PlaygroundDeskLook, { people, conversations }: PlaygroundState, w: Words): Row[] {
  const nameOf = (conversation: string): string => {
    const room = conversations.find(({ id, kind }) => id === conversation && kind === 'group');
    if (room) return `# ${titleOf(room, w)}`;
    return people.find(({ id }) => `dm:${id}` === conversation)?.name ?? conversation.slice(3);
  };
  const said = messages.map(({ id, dueAt, conversation, platform, text, number, state, why }): Row => {
    const [line = ''] = text.split('\n');
    return {
      id,
      at: dueAt,
      to: nameOf(conversation),
      platform: namesOfPlatforms[platform] ?? platform,
      text: line,
      order: number,
      state,
      why,
    };
  });
  const kept = unsaid.map(({ id, at, customer, what, number, state, why }): Row => {
    return { id, at, to: customer, platform: '', text: what, order: number, state, why };
  });
  return [...said, ...kept].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
