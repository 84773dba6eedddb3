import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useSpeech } from '../language.tsx';
import { filled } from '../words.ts';

interface Props {
  name: string;
  /** False where it was not taken: the words come back. */
  say(text: string): Promise<boolean>;
}

/** Where somebody writes: Enter sends, Shift+Enter breaks the line; a slash begins a command. */
export function Writing({ name, say }: Props) {
  const { words: w } = useSpeech();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const label = filled(w.write, { name });
  const send = async () => {
    if (!text.trim()) return;
    setText('');
    field.current?.focus();
    if (!(await say(text))) setText((since) => since || text);
  };
  return (
    <div class="composer">
      <div class="writing">
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
        />
        <button type="button" class="send" aria-label={w.send} title={w.send} disabled={!text.trim()} onClick={() => void send()}>
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
