import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { Locale } from '#core/text/locale.ts';
import type { PlaygroundMessage, PlaygroundPerson } from '../answers.ts';
import { Icon } from './icons.tsx';
import { dateOf, dayOf, useSpeech } from './language.tsx';
import { beginning, EchoedMessage, Message } from './message.tsx';
import type { Echo, Trouble } from './talk.tsx';
import { filled } from './words.ts';

interface Props {
  me: string;
  look: Platform;
  people: PlaygroundPerson[];
  /** Null while they are read for the first time. */
  messages: PlaygroundMessage[] | null;
  echoes: Echo[];
  /** The language of the person with whom the desk speaks here; null in a channel of several. */
  language: Locale | null;
  busy: string | null;
  /** How often a button was pressed here. */
  pressed: number;
  trouble: Trouble | null;
  calm(): void;
  /** What is shown where nothing was said yet. */
  empty: ComponentChildren;
  press(message: string, button: string): Promise<void>;
  reply(message: PlaygroundMessage): void;
  showPayload(message: string): void;
}

const togetherMs = 5 * 60_000;

/** The conversation, oldest first, with a line for every day; screen readers hear what is added. */
export function MessageList(props: Props) {
  const { me, look, people, messages, echoes, language, busy, pressed, trouble, calm, empty, press, reply, showPayload } = props;
  const speech = useSpeech();
  const { words: w } = speech;
  const { list, all, behind, toEnd } = useEnd({ newest: messages?.at(-1)?.id, said: echoes.length, pressed });
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <div class="talk">
      <div
        class="messages"
        ref={list}
        role="log"
        tabIndex={0}
        aria-label={filled(w.messages, { name: name(me) })}
        aria-busy={messages === null}
      >
        <div class="messages-all" ref={all} lang={language ?? undefined}>
          {messages?.length === 0 && echoes.length === 0 && (
            <div class="empty" lang={speech.locale}>
              <Icon name="message" />
              <strong>{w.empty}</strong>
              {empty}
            </div>
          )}
          {messages?.map((message, index) => {
            const before = messages[index - 1];
            const day = dayOf(message.at, speech.timeZone);
            const newDay = !before || dayOf(before.at, speech.timeZone) !== day;
            const together =
              !newDay &&
              before.from === message.from &&
              before.onlyYou === message.onlyYou &&
              Date.parse(message.at) - Date.parse(before.at) < togetherMs;
            return (
              <Fragment key={message.id}>
                {newDay && (
                  <p class="day" lang={speech.locale}>
                    <span>{dateOf(day, speech, true)}</span>
                  </p>
                )}
                <Message
                  message={message}
                  look={look}
                  own={message.from === me}
                  name={name(message.from)}
                  together={together}
                  busy={busy}
                  trouble={trouble?.message === message.id ? trouble.text : null}
                  calm={calm}
                  press={press}
                  answers={wordsOf(messages, message.replyTo)}
                  reply={() => reply(message)}
                  showPayload={() => showPayload(message.id)}
                />
              </Fragment>
            );
          })}
          {echoes.map((echo) => (
            <EchoedMessage key={echo.key} text={echo.text} />
          ))}
        </div>
      </div>
      {behind && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          {w.newMessages}
        </button>
      )}
    </div>
  );
}

function wordsOf(messages: PlaygroundMessage[], id: string | null): string | null {
  const answered = id === null ? undefined : messages.find((message) => message.id === id);
  return answered ? beginning(answered.text || (answered.files[0]?.name ?? '')) : null;
}

/** What moves the end of a conversation: its newest message, how many words are on their way, and how often a button was pressed. */
interface Course {
  newest: string | undefined;
  said: number;
  pressed: number;
}

const answerMs = 3000;

/**
 * Keeps the end in sight for whoever reads there, speaks, or presses a button that is answered by a new message; tells those
 * who read further up that something came.
 */
function useEnd({ newest, said, pressed }: Course) {
  const list = useRef<HTMLDivElement>(null);
  const all = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const pressedAt = useRef(-answerMs);
  const [behind, setBehind] = useState(false);
  const toEnd = () => {
    const { current } = list;
    if (current) current.scrollTop = current.scrollHeight;
    atEnd.current = true;
    setBehind(false);
  };

  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const onScroll = () => {
      atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 80;
      if (atEnd.current) setBehind(false);
    };
    // a card that grows or a keyboard that opens moves the end as well
    const sizes = new ResizeObserver(() => atEnd.current && toEnd());
    sizes.observe(current);
    if (all.current) sizes.observe(all.current);
    current.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener('scroll', onScroll);
    };
  }, []);

  useLayoutEffect(() => {
    if (pressed > 0) pressedAt.current = performance.now();
  }, [pressed]);

  useLayoutEffect(() => {
    if (said > 0) toEnd();
  }, [said]);

  useLayoutEffect(() => {
    if (atEnd.current || performance.now() - pressedAt.current < answerMs) toEnd();
    else if (newest !== undefined) setBehind(true);
    pressedAt.current = -answerMs;
  }, [newest]);

  return { list, all, behind, toEnd };
}
