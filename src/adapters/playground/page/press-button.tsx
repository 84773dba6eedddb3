import { useEffect, useRef } from 'preact/hooks';
import { useIsLed } from './use-tour.ts';

interface Props {
  token: string;
  label: string;
  style: 'primary' | 'danger' | 'plain';
  /** The button that is being pressed, wherever it is. */
  busy: string | null;
  /** Another button of the same message is being pressed. */
  waiting: boolean;
  press(token: string): void;
}

/** A button of a message: one press at a time. */
export function PressButton({ token, label, style, busy, waiting, press }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const isLed = useIsLed(token);
  useEffect(() => {
    if (isLed) button.current?.scrollIntoView({ block: 'center' });
  }, [isLed]);
  return (
    <button
      ref={button}
      type="button"
      class={`press ${style}${isLed ? ' led' : ''}`}
      aria-disabled={waiting}
      aria-busy={token === busy}
      onClick={() => !waiting && press(token)}
    >
      {label}
    </button>
  );
}

/** What every look draws from: the payload of its platform, and what a press does. */
export interface LookProps {
  payload: unknown;
  busy: string | null;
  press(token: string): void;
}
