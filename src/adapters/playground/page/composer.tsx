import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { filled } from './words.ts';

interface Props {
  name: string;
  /** False where it was not taken: the words come back. */
  say(text: string): Promise<boolean>;
  suggestions: string[];
}

/** Where a person types: Enter sends, Shift+Enter breaks the line. */
export function Composer({ name, say, suggestions }: Props) {
  const { words: w } = useSpeech();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const label = filled(w.write, { name });

  const send = async (words: string) => {
    if (!words.trim()) return;
    setText('');
    field.current?.focus();
    if (!(await say(words))) setText((since) => since || words);
  };

  const onKeyDown = (event: KeyboardEvent) => {
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
      <div class="writing">
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={label}
          aria-label={label}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          enterkeyhint="send"
        />
        <button type="button" class="send" aria-label={w.send} title={w.send} disabled={!text.trim()} onClick={() => void send(text)}>
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
