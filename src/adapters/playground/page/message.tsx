import { useEffect, useRef } from 'preact/hooks';
import type { PlaygroundMessage } from '../answers.ts';
import { Avatar, DeskFace } from './avatar.tsx';
import { CardView } from './card-view.tsx';
import { Icon } from './icons.tsx';
import { timeOf, useSpeech } from './language.tsx';

interface Props {
  message: PlaygroundMessage;
  own: boolean;
  name: string;
  /** It follows closely on another of the same speaker. */
  together: boolean;
  busy: string | null;
  press(message: string, button: string): Promise<void>;
}

/** One message: a person's words, or a card of the desk. */
export function Message({ message, own, name, together, busy, press }: Props) {
  const speech = useSpeech();
  const { words: w } = speech;
  const desk = message.from === 'desk';
  const { body, pressed } = useKeptFocus(message, busy);
  const time = (
    <time dateTime={message.at} class="at">
      {timeOf(message.at, speech)}
    </time>
  );
  return (
    <article class={`message ${own ? 'own' : desk ? 'desk' : 'other'}${together ? ' together' : ''}`} ref={body} tabIndex={-1}>
      {!own && <div class="face">{!together && (desk ? <DeskFace /> : <Avatar id={message.from} name={name} />)}</div>}
      <div class="said">
        {!together && !own && (
          <p class="speaker">
            <strong>{desk ? w.desk : name}</strong>
            {desk && <span class="app-tag">{w.app}</span>}
            {time}
          </p>
        )}
        {own && <span class="aside">{w.you}</span>}
        {together && desk && <span class="aside">{w.desk}</span>}
        {message.onlyYou && (
          <p class="only-you">
            <Icon name="eye" />
            {w.onlyYou}
          </p>
        )}
        {message.card ? (
          <CardView
            card={message.card}
            busy={busy}
            press={(button) => {
              pressed();
              void press(message.id, button);
            }}
          />
        ) : (
          <p class="bubble">{message.text}</p>
        )}
        {(message.edited || own || (together && !own)) && (
          <p class="below">
            {message.edited && <span>{w.edited}</span>}
            {(own || together) && time}
          </p>
        )}
      </div>
    </article>
  );
}

/** What was typed, until the desk has taken it. */
export function EchoedMessage({ text }: { text: string }) {
  const { words: w } = useSpeech();
  return (
    <article class="message own echo">
      <div class="said">
        <p class="bubble">{text}</p>
        <p class="below">{w.sending}</p>
      </div>
    </article>
  );
}

/** A card that changes takes the pressed button away: the focus then stays on the message, never on another button. */
function useKeptFocus(message: PlaygroundMessage, busy: string | null) {
  const body = useRef<HTMLElement>(null);
  const pressing = useRef(false);
  useEffect(() => {
    if (!pressing.current || busy !== null) return;
    if (document.activeElement === document.body) {
      body.current?.focus();
      pressing.current = false;
    }
  }, [message, busy]);
  return { body, pressed: () => (pressing.current = true) };
}
