import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Form } from '#core/messages/form.ts';
import type { Conversation, PlaygroundMessage, PlaygroundPerson, PlaygroundState } from '../answers.ts';
import { asSent } from './attachments.tsx';
import { calls } from './calls.ts';
import { Composer } from './composer.tsx';
import { EmptyHere } from './empty-here.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isAway, reasonOf, useSpeech } from './language.tsx';
import { useMessages, type Live } from './live.ts';
import { beginning } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { PaneHead } from './pane-head.tsx';
import { resolvePlace, talkElsewhere, type Place } from './places.ts';
import type { Seen } from './seen.ts';
import { suggestionsFor } from './suggestions.ts';
import { parts } from './scenarios/scenario.ts';
import { TroubleView } from './trouble.tsx';
import { LedContext } from './use-tour.ts';

interface Props {
  number: number;
  place: Place;
  state: PlaygroundState;
  live: Live;
  active: boolean;
  /** The tour asks to look here. */
  watched: boolean;
  seen: Seen;
  put(place: Place): void;
  /** Says what stands here, whenever that changes. */
  tell(messages: PlaygroundMessage[]): void;
  showPayload(message: string): void;
}

/** A message that was typed and has not been taken yet. */
export interface Echo {
  key: number;
  text: string;
}

/** What did not work, and the message whose button it was; null where it was something said. */
export interface Trouble {
  text: string;
  message: string | null;
  /** It holds only until the desk is there again. */
  passing?: boolean;
}

/** One person's screen: what they see, and everything they can do there. */
export function Pane({ number, place, state, live, active, watched, seen, put, tell, showPayload }: Props) {
  const resolved = resolvePlace(state, place);
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a narrow screen the other panes are not to be seen
    if (resolved && screen.current?.checkVisibility()) seen.saw(resolved.person.id, resolved.conversation);
  }, [active, resolved?.person.id, place.channel, resolved?.conversation.id, resolved?.conversation.latest]);
  if (!resolved) return null;
  const { person, conversation, theirs } = resolved;
  const here = { person: person.id, channel: place.channel, conversation: conversation.id };
  return (
    <section
      class={`pane look-is-${place.channel}`}
      data-active={active}
      data-watched={watched}
      aria-labelledby={`pane-${number}`}
      ref={screen}
    >
      <PaneHead
        number={number}
        state={state}
        person={person}
        place={here}
        conversation={conversation}
        theirs={theirs}
        seen={seen}
        put={put}
      />
      <Talk
        key={`${here.person} ${here.channel} ${here.conversation}`}
        place={here}
        person={person}
        conversation={conversation}
        state={state}
        live={live}
        number={number}
        put={put}
        tell={tell}
        showPayload={showPayload}
      />
    </section>
  );
}

interface TalkProps extends Pick<Props, 'number' | 'place' | 'state' | 'live' | 'put' | 'tell' | 'showPayload'> {
  person: PlaygroundPerson;
  conversation: Conversation;
}

function Talk({ number, place, person, conversation, state, live, put, tell, showPayload }: TalkProps) {
  const speech = useSpeech();
  const { words: w } = speech;
  const messages = useMessages(place.person, place.channel, place.conversation, live.turn);
  useEffect(() => {
    if (messages) tell(messages);
  }, [messages]);
  const led = useContext(LedContext);
  const typed = led && 'text' in led && parts[number] === led.part ? led.text : null;
  const [echoes, setEchoes] = useState<Echo[]>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    if (!live.offline) setTrouble((before) => (before?.passing ? null : before));
  }, [live.offline]);
  const [pressed, setPressed] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);
  const [answered, setAnswered] = useState<PlaygroundMessage | null>(null);
  const [form, setForm] = useState<{ form: Form; message: string } | null>(null);

  const say = async (text: string, files: File[]): Promise<boolean> => {
    const echo = { key: performance.now(), text: [text, ...files.map(({ name }) => name)].filter(Boolean).join('\n') };
    setEchoes((before) => [...before, echo]);
    setTrouble(null);
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
      const passing = isAway(error);
      setTrouble({ text: passing ? w.notSent : reasonOf(error, speech), message: null, passing });
      return false;
    } finally {
      setEchoes((before) => before.filter((each) => each !== echo));
      live.refresh();
    }
  };

  const press = async (message: string, button: string, values?: Record<string, string>): Promise<string | null> => {
    setBusy(button);
    setTrouble(null);
    setPressed((before) => before + 1);
    try {
      const answer = values
        ? await calls.submit({ as: place.person, message, button, values })
        : await calls.press(place.channel, { person, conversation, message, token: button });
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
  const elsewhere = empty ? talkElsewhere(state.conversations, conversation, person.id) : null;
  // they name the people and the products of the demo
  const suggestions = empty && !elsewhere && state.demo ? suggestionsFor(person) : [];
  return (
    <>
      <MessageList
        me={place.person}
        look={place.channel}
        people={state.people}
        messages={messages}
        echoes={echoes}
        language={room ? null : person.language}
        busy={busy}
        pressed={pressed}
        trouble={trouble}
        calm={() => setTrouble(null)}
        empty={
          <EmptyHere
            person={person}
            conversation={conversation}
            elsewhere={elsewhere}
            examples={suggestions.length > 0}
            go={({ channel, id }) => put({ person: person.id, channel, conversation: id })}
          />
        }
        press={async (message, button) => {
          const text = await press(message, button);
          setTrouble(text === null ? null : { text, message });
        }}
        reply={setAnswered}
        showPayload={showPayload}
      />
      {trouble?.message === null && <TroubleView text={trouble.text} calm={() => setTrouble(null)} />}
      <Composer
        name={person.name}
        say={say}
        typed={typed}
        suggestions={suggestions}
        answered={answered && beginning(answered.text || (answered.files[0]?.name ?? ''))}
        forgetAnswered={() => setAnswered(null)}
      />
      {form && <FormDialog form={form.form} submit={(values) => press(form.message, form.form.id, values)} close={() => setForm(null)} />}
    </>
  );
}
