import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AttachButton, AttachedFiles, useAttachments } from './attachments.tsx';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { filled } from './words.ts';

interface Props {
  name: string;
  /** False where it was not taken: the words come back. */
  say(text: string, files: File[]): Promise<boolean>;
  /** What the tour is typing here; null while it is not. */
  typed: string | null;
  suggestions: string[];
  /** The words of the message that is answered; null where none is. */
  answered: string | null;
  forgetAnswered(): void;
}

/** Where a person types: Enter sends, Shift+Enter breaks the line. */
export function Composer({ name, say, typed, suggestions, answered, forgetAnswered }: Props) {
  const { words: w } = useSpeech();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const attachments = useAttachments();
  const label = filled(w.write, { name });
  useLayoutEffect(() => {
    if (answered !== null) field.current?.focus();
  }, [answered]);

  const send = async (words: string) => {
    const { files } = attachments;
    if (!words.trim() && files.length === 0) return;
    setText('');
    attachments.clear();
    field.current?.focus();
    if (await say(words, files)) return;
    setText((since) => since || words);
    attachments.add(files);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && answered !== null) return forgetAnswered();
    // while an input method composes, Enter picks a candidate; some report it only by the old code 229
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send(text);
  };

  return (
    <div class="composer">
      {suggestions.length > 0 && (
        <ul class="suggestions">
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button type="button" onClick={() => void send(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
      {answered !== null && (
        <p class="answering">
          <Icon name="reply" />
          <span>
            {w.replyingTo} <q>{answered}</q>
          </span>
          <button type="button" class="quiet" aria-label={w.forgetReply} title={w.forgetReply} onClick={forgetAnswered}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <AttachedFiles {...attachments} />
      <div class="writing">
        <AttachButton {...attachments} />
        <textarea
          ref={field}
          rows={1}
          value={typed ?? text}
          readOnly={typed !== null}
          placeholder={label}
          aria-label={label}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData?.files ?? [];
            if (pasted.length === 0) return;
            event.preventDefault();
            attachments.add(pasted);
          }}
          enterkeyhint="send"
        />
        <button
          type="button"
          class="send"
          aria-label={w.send}
          title={w.send}
          disabled={!text.trim() && attachments.files.length === 0}
          onClick={() => void send(text)}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
