import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage, PlaygroundPerson } from '../answers.ts';
import { Icon } from './icons.tsx';
import { dateOf, dayOf, useSpeech } from './language.tsx';
import { beginning, EchoedMessage, Message } from './message.tsx';
import type { Echo } from './pane.tsx';
import { filled } from './words.ts';

interface Props {
  me: string;
  look: Platform;
  people: PlaygroundPerson[];
  /** Null while they are read for the first time. */
  messages: PlaygroundMessage[] | null;
  echoes: Echo[];
  busy: string | null;
  /** What is said where nothing was said yet. */
  empty: string;
  press(message: string, button: string): Promise<void>;
  reply(message: PlaygroundMessage): void;
}

const togetherMs = 5 * 60_000;

/** The conversation, oldest first, with a line for every day; screen readers hear what is added. */
export function MessageList({ me, look, people, messages, echoes, busy, empty, press, reply }: Props) {
  const speech = useSpeech();
  const { words: w } = speech;
  const { list, all, behind, toEnd } = useEnd(`${messages?.at(-1)?.id} ${messages?.length} ${echoes.length}`, messages !== null);
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
        <div class="messages-all" ref={all}>
          {messages?.length === 0 && echoes.length === 0 && (
            <div class="empty">
              <Icon name="message" />
              <strong>{w.empty}</strong>
              <p>{empty}</p>
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
                  <p class="day">
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
                  press={press}
                  answers={wordsOf(messages, message.replyTo)}
                  reply={() => reply(message)}
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

/** Keeps the end in sight for whoever reads there, and tells those who read further up that something came. */
function useEnd(content: string, ready: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const all = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = () => {
    const { current } = list;
    if (current) current.scrollTop = current.scrollHeight;
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
    if (atEnd.current) toEnd();
    else if (ready) setBehind(true);
  }, [content]);

  return { list, all, behind, toEnd };
}
