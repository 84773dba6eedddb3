import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Conversation, PlaygroundMessage, PlaygroundPerson, PlaygroundState } from '../answers.ts';
import { asSent } from './attachments.tsx';
import { calls } from './calls.ts';
import { Composer } from './composer.tsx';
import { EmptyHere } from './empty-here.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isLine, labelOf } from './form-lines.ts';
import { isAway, reasonOf, useSpeech } from './language.tsx';
import { useMessages, type Live } from './live.ts';
import { beginning } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { talkElsewhere, type Place } from './places.ts';
import { suggestionsFor } from './suggestions.ts';
import { parts } from './scenarios/scenario.ts';
import { TroubleView } from './trouble.tsx';
import { useForm } from './use-form.ts';
import { useTold } from './use-told.ts';
import { LedContext } from './use-tour.ts';

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

interface Props {
  number: number;
  place: Place;
  person: PlaygroundPerson;
  conversation: Conversation;
  state: PlaygroundState;
  live: Live;
  put(place: Place): void;
  tell(messages: PlaygroundMessage[]): void;
  showPayload(message: string): void;
}

/** What is said in one conversation, and everything its person can do there. */
export function Talk({ number, place, person, conversation, state, live, put, tell, showPayload }: Props) {
  const speech = useSpeech();
  const { words: w } = speech;
  const read = useMessages(place.person, place.channel, place.conversation, live.turn);
  const form = useForm({ channel: place.channel, person, conversation, now: state.now });
  const told = useTold(read);
  const messages = useMemo(() => read && [...read.filter(told.isShown), ...form.lines], [read, form.lines, told.hidden]);
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

  const say = async (text: string, files: File[]): Promise<boolean> => {
    if (form.question !== null && files.length === 0 && !isForTheDesk(text)) return answer({ text }, text);
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

  /** Does what a button or a form asks; why it did not work, or null. What the page says itself, the desk need not say below it. */
  const doing = async (button: string, work: () => Promise<string | null>): Promise<string | null> => {
    setBusy(button);
    setTrouble(null);
    setPressed((before) => before + 1);
    told.begin();
    try {
      return await told.end(await work(), () => calls.messages(place.person, place.channel, place.conversation));
    } catch (error) {
      return reasonOf(error, speech);
    } finally {
      setBusy(null);
      live.refresh();
    }
  };
  const payloadOf = (id: string): unknown => messages?.find((message) => message.id === id)?.payload;
  const pressOf = (message: string, button: string) => (): Promise<string | null> =>
    calls.press(place.channel, { person, conversation, message, token: button, payload: payloadOf(message) }).then((answer) => {
      if ('form' in answer) form.begin(answer);
      return 'form' in answer || answer.ok ? null : answer.refusal.text;
    });
  /** An answer to a question of a form; false where it is none. */
  const answer = async (said: { text: string } | { data: string }, label: string): Promise<boolean> => {
    const ends = 'data' in said ? said.data.endsWith(':quit') : label.trim() === '/quit';
    if (ends) form.quit();
    const wrong = ends ? null : await doing('data' in said ? said.data : '', () => form.answer(said, label));
    if (wrong !== null) setTrouble({ text: wrong, message: null });
    return wrong === null;
  };
  const pressLine = (button: string): void => {
    if (place.channel === 'discord') form.goOn();
    else
      void answer(
        button.startsWith('/') ? { text: button } : { data: button },
        button.startsWith('/') ? button : labelOf(form.lines, button),
      );
  };

  const { modal } = form;
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
          if (isLine(message)) return pressLine(button);
          const text = await doing(button, pressOf(message, button));
          setTrouble(text === null ? null : { text, message });
        }}
        reply={(message) => (isLine(message.id) ? form.goOn() : setAnswered(message))}
        showPayload={showPayload}
      />
      {trouble?.message === null && <TroubleView text={trouble.text} calm={() => setTrouble(null)} />}
      <Composer
        name={person.name}
        say={say}
        typed={typed}
        suggestions={suggestions}
        answered={form.question ?? (answered && beginning(answered.text || (answered.files[0]?.name ?? '')))}
        forgetAnswered={() => (form.question === null ? setAnswered(null) : form.leave())}
      />
      {modal && (
        <FormDialog
          key={modal.step}
          channel={place.channel}
          look={modal.look}
          draft={modal.draft}
          submit={(values) => doing('', () => modal.submit(values))}
          close={form.leave}
        />
      )}
    </>
  );
}

/** Another command than those of a form is heard by the desk, also while a form asks. */
const isForTheDesk = (text: string): boolean => text.startsWith('/') && !/^\/(?:skip|quit)$/.test(text.trim());
