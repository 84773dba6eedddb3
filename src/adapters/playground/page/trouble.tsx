import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';

/** Why something did not work, said where it was tried, and in sight. */
export function TroubleView({ text, calm }: { text: string; calm(): void }) {
  const { words: w } = useSpeech();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [text]);
  return (
    <div class="trouble" role="alert" ref={shown}>
      <Icon name="alert" />
      <p>{text}</p>
      <button type="button" class="quiet round" aria-label={w.dismiss} title={w.dismiss} onClick={calm}>
        <Icon name="close" />
      </button>
    </div>
  );
}
