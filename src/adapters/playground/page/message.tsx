import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { PlaygroundMessage } from '../answers.ts';
import { Avatar, DeskFace } from './avatar.tsx';
import { FileView } from './file-view.tsx';
import { Icon } from './icons.tsx';
import { DiscordLook } from './look-discord.tsx';
import { SlackLook } from './look-slack.tsx';
import { TelegramLook } from './look-telegram.tsx';
import { timeOf, useSpeech } from './language.tsx';
import type { LookProps } from './press-button.tsx';
import { TroubleView } from './trouble.tsx';
import { filled } from './words.ts';

interface Props {
  message: PlaygroundMessage;
  /** The platform whose look it has. */
  look: Platform;
  own: boolean;
  name: string;
  /** It follows closely on another of the same speaker. */
  together: boolean;
  busy: string | null;
  /** Why the last press on it did not work. */
  trouble: string | null;
  calm(): void;
  press(message: string, button: string): Promise<void>;
  /** The words of the message it answers, where that one is seen here. */
  answers: string | null;
  /** Begins an answer to it. */
  reply(): void;
  /** Shows what the platform gets for it. */
  showPayload(): void;
}

/** One message: a person's words, or a card of the desk as the platform draws it. */
export function Message({ message, look, own, name, together, busy, trouble, calm, press, answers, reply, showPayload }: Props) {
  const speech = useSpeech();
  const { words: w } = speech;
  const desk = message.from === 'desk';
  const { body, pressed } = useKeptFocus(message, busy);
  const time = (
    <time dateTime={message.at} class="at">
      {timeOf(message.at, speech)}
    </time>
  );
  const edited = message.edited && <span class="edited">{w.edited}</span>;
  // Telegram writes the time into the balloon; the others write it beside the name
  const inside = look === 'telegram' && (
    <span class="stamp">
      {edited} {time}
    </span>
  );
  const pressing = {
    busy,
    press: (button: string) => {
      pressed();
      void press(message.id, button);
    },
  };
  return (
    <article class={`message ${own ? 'own' : desk ? 'desk' : 'other'}${together ? ' together' : ''}`} ref={body} tabIndex={-1}>
      <div class="face">{!together && (desk ? <DeskFace /> : <Avatar id={message.from} name={name} />)}</div>
      <div class="said">
        {together && <span class="aside">{own ? w.you : desk ? w.desk : name}</span>}
        {!together && (
          <p class="speaker">
            <strong>{desk ? w.desk : name}</strong>
            {desk && <span class="app-tag">{w.app}</span>}
            {look !== 'telegram' && time}
          </p>
        )}
        {message.onlyYou && (
          <p class="only-you">
            <Icon name="eye" />
            {w.onlyYou}
          </p>
        )}
        {answers !== null && (
          <p class="answers">
            <Icon name="reply" />
            <span class="aside">{w.answerTo}</span>
            <q>{answers}</q>
          </p>
        )}
        {message.card ? (
          <Look look={look} payload={message.payload} {...pressing} below={inside} />
        ) : (
          message.text && (
            <p class="bubble">
              <span class="words">{message.text}</span>
              {inside}
            </p>
          )
        )}
        {message.files.map((file) => (
          <FileView key={file.id} file={file} />
        ))}
        {trouble && <TroubleView text={trouble} calm={calm} />}
        <p class="below">{look === 'telegram' ? !message.card && !message.text && time : edited}</p>
        <div class="message-tools">
          {message.card && (
            <button type="button" aria-label={filled(w.payloadOf, { words: beginning(message.text) })} onClick={showPayload}>
              <Icon name="braces" />
              {w.panel.payload}
            </button>
          )}
          {!message.onlyYou && (
            <button type="button" aria-label={filled(w.replyTo, { words: beginning(message.text) })} onClick={reply}>
              <Icon name="reply" />
              {w.reply}
            </button>
          )}
        </div>
      </div>
    </article>
  );
}

function Look({ look, below, ...drawn }: LookProps & { look: Platform; below: ComponentChildren }) {
  if (look === 'slack') return <SlackLook {...drawn} />;
  if (look === 'discord') return <DiscordLook {...drawn} />;
  return <TelegramLook {...drawn} below={below} />;
}

/** So much of a message that it is known again. */
export function beginning(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line;
}

/** What was typed, until the desk has taken it. */
export function EchoedMessage({ text }: { text: string }) {
  const { words: w } = useSpeech();
  return (
    <article class="message own echo">
      <div class="face" />
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
