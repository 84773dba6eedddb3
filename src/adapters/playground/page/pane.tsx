import { useEffect, useRef, useState } from 'preact/hooks';
import type { Form } from '#core/messages/form.ts';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import { asSent } from './attachments.tsx';
import { calls } from './calls.ts';
import { Composer } from './composer.tsx';
import { FormDialog } from './form-dialog.tsx';
import { Icon } from './icons.tsx';
import { reasonOf, useSpeech } from './language.tsx';
import { useMessages, type Live } from './live.ts';
import { beginning } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { PaneHead } from './pane-head.tsx';
import { resolvePlace, type Place } from './places.ts';
import { suggestionsFor } from './suggestions.ts';

interface Props {
  number: number;
  place: Place;
  state: PlaygroundState;
  live: Live;
  active: boolean;
  put(place: Place): void;
  setUnread(news: boolean): void;
}

/** A message that was typed and has not been taken yet. */
export interface Echo {
  key: number;
  text: string;
}

/** One person's screen: what they see, and everything they can do there. */
export function Pane({ number, place, state, live, active, put, setUnread }: Props) {
  const resolved = resolvePlace(state, place);
  if (!resolved) return null;
  const { person, conversation, theirs } = resolved;
  const here = { person: person.id, channel: place.channel, conversation: conversation.id };
  return (
    <section class={`pane look-is-${place.channel}`} data-active={active} aria-labelledby={`pane-${number}`}>
      <PaneHead number={number} state={state} person={person} place={here} conversation={conversation} theirs={theirs} put={put} />
      <Talk
        key={`${here.person} ${here.channel} ${here.conversation}`}
        place={here}
        state={state}
        live={live}
        active={active}
        setUnread={setUnread}
      />
    </section>
  );
}

function Talk({ place, state, live, active, setUnread }: Omit<Props, 'number' | 'put'>) {
  const speech = useSpeech();
  const { words: w } = speech;
  const messages = useMessages(place.person, place.channel, place.conversation, live.turn);
  const [echoes, setEchoes] = useState<Echo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [answered, setAnswered] = useState<PlaygroundMessage | null>(null);
  const [form, setForm] = useState<{ form: Form; message: string } | null>(null);
  const person = state.people.find((each) => each.id === place.person);
  useUnread(messages?.at(-1)?.id, active, setUnread);
  if (!person) return null;

  const say = async (text: string, files: File[]): Promise<boolean> => {
    const echo = { key: performance.now(), text: [text, ...files.map(({ name }) => name)].filter(Boolean).join('\n') };
    setEchoes((before) => [...before, echo]);
    setProblem(null);
    try {
      await calls.say({
        as: place.person,
        channel: place.channel,
        conversation: place.conversation,
        text,
        ...(answered ? { reply_to: answered.id } : {}),
        ...(files.length > 0 ? { files: await Promise.all(files.map(asSent)) } : {}),
      });
      setAnswered(null);
      return true;
    } catch (error) {
      setProblem(reasonOf(error, speech));
      return false;
    } finally {
      setEchoes((before) => before.filter((each) => each !== echo));
      live.refresh();
    }
  };

  const press = async (message: string, button: string, values?: Record<string, string>): Promise<string | null> => {
    setBusy(button);
    setProblem(null);
    try {
      const answer = await calls.press({ as: place.person, message, button, ...(values ? { values } : {}) });
      if ('form' in answer) setForm({ form: answer.form, message });
      else if (!answer.ok) return answer.refusal.text;
      return null;
    } catch (error) {
      return reasonOf(error, speech);
    } finally {
      setBusy(null);
      live.refresh();
    }
  };

  const empty = messages?.length === 0 && echoes.length === 0;
  const room = place.conversation !== `dm:${place.person}`;
  const emptyText = room ? w.emptyRoom : person.role === 'customer' ? w.emptyText : w.emptyStaff;
  return (
    <>
      <MessageList
        me={place.person}
        look={place.channel}
        people={state.people}
        messages={messages}
        echoes={echoes}
        busy={busy}
        empty={emptyText}
        press={async (message, button) => setProblem(await press(message, button))}
        reply={setAnswered}
      />
      {problem && (
        <div class="toast" role="alert">
          <Icon name="alert" />
          <p>{problem}</p>
          <button type="button" class="quiet round" aria-label={w.dismiss} title={w.dismiss} onClick={() => setProblem(null)}>
            <Icon name="close" />
          </button>
        </div>
      )}
      <Composer
        name={person.name}
        say={say}
        suggestions={empty ? suggestionsFor(person) : []}
        answered={answered && beginning(answered.text || (answered.files[0]?.name ?? ''))}
        forgetAnswered={() => setAnswered(null)}
      />
      {form && <FormDialog form={form.form} submit={(values) => press(form.message, form.form.id, values)} close={() => setForm(null)} />}
    </>
  );
}

/** Says whether something came while nobody looked. */
function useUnread(last: string | undefined, active: boolean, setUnread: (news: boolean) => void): void {
  const seen = useRef(last);
  useEffect(() => {
    if (active || seen.current === undefined) seen.current = last;
    setUnread(last !== undefined && last !== seen.current);
  }, [last, active]);
}
