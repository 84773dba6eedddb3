import { useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { RehearsedMessage } from '../../../rehearsal.ts';
import { Avatar, DeskFace } from '../avatar.tsx';
import { FileView } from '../file-view.tsx';
import { Icon } from '../icons.tsx';
import { timeOf, useSpeech } from '../language.tsx';
import { DiscordLook } from '../look-discord.tsx';
import { SlackLook } from '../look-slack.tsx';
import { TelegramLook } from '../look-telegram.tsx';
import { useWords } from './words.ts';

interface Props {
  message: RehearsedMessage;
  look: Platform;
  /** Where a file that came with it is fetched. */
  fileAt(id: string): string;
  own: boolean;
  name: string;
  busy: string | null;
  press(token: string): void;
  /** False where it was not taken. */
  change(text: string): Promise<boolean>;
  takeBack(): void;
  /** Begins to write in its thread, or in answer to it. */
  answer(): void;
  /** The words that it answers, where they stand elsewhere. */
  quoted: string | null;
}

/** A message on an emulated platform, drawn from exactly what the platform got. */
export function SaidMessage({ message, look, fileAt, own, name, busy, press, change, takeBack, answer, quoted }: Props) {
  const speech = useSpeech();
  const w = useWords();
  const [isChanging, setChanging] = useState(false);
  const desk = message.from === 'desk';
  const time = (
    <time dateTime={message.at} class="at">
      {timeOf(message.at, speech)}
    </time>
  );
  const drawn = { payload: message.payload, busy, press };
  return (
    <article
      data-message={message.id}
      class={`message ${own ? 'own' : desk ? 'desk' : 'other'}${message.under === null || look === 'telegram' ? '' : ' in-thread'}`}
    >
      <div class="face">{desk ? <DeskFace /> : <Avatar id={name} name={name} />}</div>
      <div class="said">
        <p class="speaker">
          <strong>{desk ? speech.words.desk : name}</strong>
          {desk && <span class="app-tag">{speech.words.app}</span>}
          {time}
        </p>
        {message.onlyYou && (
          <p class="only-you">
            <Icon name="eye" />
            {speech.words.onlyYou}
          </p>
        )}
        {quoted !== null && <p class="quoted">{quoted.split('\n')[0]}</p>}
        {isChanging ? (
          <Changing text={message.text} change={change} end={() => setChanging(false)} />
        ) : message.payload === null ? (
          message.text !== '' && (
            <p class="bubble">
              <span class="words">{message.text}</span>
            </p>
          )
        ) : look === 'slack' ? (
          <SlackLook {...drawn} />
        ) : look === 'discord' ? (
          <DiscordLook {...drawn} />
        ) : (
          <TelegramLook {...drawn} below={null} />
        )}
        {message.files.map((file) => (
          <FileView key={file.id} file={{ ...file, url: fileAt(file.id) }} />
        ))}
        <p class="below">
          {message.edited && <span class="edited">{speech.words.edited}</span>}
          {message.unheard && <span class="lost-words">{w.lost}</span>}
        </p>
        {!isChanging && (
          <div class="message-tools">
            {!message.onlyYou && (
              <button type="button" onClick={answer}>
                {w.answer}
              </button>
            )}
            {message.changeable && (
              <>
                <button type="button" onClick={() => setChanging(true)}>
                  {w.change}
                </button>
                <button type="button" onClick={takeBack}>
                  {w.takeBack}
                </button>
              </>
            )}
          </div>
        )}
        {message.payload !== null && <Payload payload={message.payload} />}
      </div>
    </article>
  );
}

/** Written out only while it is open: closed, it would still count for how far the conversation scrolls. */
function Payload({ payload }: { payload: unknown }) {
  const w = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="as-sent" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.payload}</summary>
      {isOpen && <pre>{JSON.stringify(payload, null, 2)}</pre>}
    </details>
  );
}

function Changing({ text, change, end }: { text: string; change(text: string): Promise<boolean>; end(): void }) {
  const w = useWords();
  const [draft, setDraft] = useState(text);
  const save = async (event: Event) => {
    event.preventDefault();
    if (draft.trim() === '' || (await change(draft))) end();
  };
  return (
    <form class="changing" onSubmit={(event) => void save(event)} onKeyDown={(event) => event.key === 'Escape' && end()}>
      <textarea
        rows={2}
        value={draft}
        aria-label={w.changing}
        ref={(field) => field?.focus()}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <button type="submit" class="press primary">
        {w.save}
      </button>
      <button type="button" class="press" onClick={end}>
        {w.keep}
      </button>
    </form>
  );
}
