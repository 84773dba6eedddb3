import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import { PressButton, type LookProps } from './press-button.tsx';
import { LedContext } from './use-tour.ts';

interface Props extends Pick<LookProps, 'busy' | 'press'> {
  /** What is written on it; three dots where the platform writes nothing. */
  label: string | null;
  options: { token: string; label: string }[];
  waiting: boolean;
}

/** Buttons behind one that opens them, as a menu of Slack or Discord; the tour opens it where it leads to one of them. */
export function PressMenu({ label, options, busy, waiting, press }: Props) {
  const { words: w } = useSpeech();
  const led = useContext(LedContext);
  const isLed = led !== null && 'token' in led && options.some(({ token }) => token === led.token);
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, [isOpen]);
  return (
    <details
      ref={menu}
      class={`press-menu${label === null ? ' dots' : ''}`}
      open={isOpen || isLed}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setOpen(false);
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary class="press plain" aria-label={label ?? w.moreActions}>
        {label ?? '⋯'}
      </summary>
      <div class="options">
        {options.map((option) => (
          <PressButton
            key={option.token}
            {...option}
            style="plain"
            busy={busy}
            waiting={waiting}
            press={(token) => {
              setOpen(false);
              press(token);
            }}
          />
        ))}
      </div>
    </details>
  );
}
