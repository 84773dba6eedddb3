import { useRef, useState } from 'preact/hooks';
import { AttachButton, AttachedFiles, ofRehearsal, useAttachments } from '../attachments.tsx';
import { Icon } from '../icons.tsx';
import { useSpeech } from '../language.tsx';
import { filled } from '../words.ts';
import { useWords } from './words.ts';

interface Props {
  name: string;
  /** Whose message is answered, or in whose thread it is written; null where it is said to all. */
  answers: string | null;
  leave(): void;
  /** False where it was not taken: the words come back, and the files. */
  say(text: string, files: File[]): Promise<boolean>;
}

/** Where somebody writes: Enter sends, Shift+Enter breaks the line; a slash begins a command, and a pasted picture is attached. */
export function Writing({ name, answers, leave, say }: Props) {
  const { words: w } = useSpeech();
  const own = useWords();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const attachments = useAttachments(ofRehearsal);
  const label = filled(w.write, { name });
  const send = async () => {
    const { files } = attachments;
    if (!text.trim() && files.length === 0) return;
    setText('');
    attachments.clear();
    field.current?.focus();
    if (await say(text, files)) return;
    setText((since) => since || text);
    attachments.add(files);
  };
  return (
    <div class="composer">
      {answers !== null && (
        <p class="answering">
          <span>{filled(own.answers, { name: answers })}</span>
          <button type="button" class="quiet" aria-label={own.answersNobody} title={own.answersNobody} onClick={leave}>
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
          value={text}
          placeholder={label}
          aria-label={label}
          enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // while an input method composes, Enter picks a candidate; some report it only by the old code 229
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            void send();
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData?.files ?? [];
            if (pasted.length === 0) return;
            event.preventDefault();
            attachments.add(pasted);
          }}
        />
        <button
          type="button"
          class="send"
          aria-label={w.send}
          title={w.send}
          disabled={!text.trim() && attachments.files.length === 0}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
