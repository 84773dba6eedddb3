import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { Platform } from '#core/messages/incoming.ts';
import { useSpeech } from './language.tsx';

interface Props {
  title: string;
  close(): void;
  /** The platform whose modal it is; none where the page itself asks. */
  kind?: Platform;
  children: ComponentChildren;
}

/** A dialog of the browser's own: it keeps the focus inside, Esc closes it, and the focus returns to where it came from. */
export function Modal({ title, close, kind, children }: Props) {
  const { words: w } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    // the button that opened it may be gone when it closes; the message it was on is not
    const message = document.activeElement?.closest<HTMLElement>('.message');
    shown?.showModal();
    // what was asked for stands ready to be written or pressed, not the way out
    shown?.querySelector<HTMLElement>('textarea, input, select, .primary')?.focus();
    return () => {
      // it says that it was closed only when it has gone already, and something else may be on the screen
      gone.current = true;
      shown?.close();
      if (document.activeElement === document.body) message?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={kind ? `modal modal-of-${kind}` : 'modal'}
      aria-labelledby={heading}
      onClose={() => !gone.current && close()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="modal-body">
        <div class="modal-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="quiet round" aria-label={w.close} title={w.close} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
