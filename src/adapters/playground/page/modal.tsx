import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';

/** A dialog of the browser's own: it keeps the focus inside, Esc closes it, and the focus returns to where it came from. */
export function Modal({ title, close, children }: { title: string; close(): void; children: ComponentChildren }) {
  const { words: w } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    // the button that opened it may be gone when it closes; the message it was on is not
    const message = document.activeElement?.closest<HTMLElement>('.message');
    shown?.showModal();
    return () => {
      shown?.close();
      if (document.activeElement === document.body) message?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={heading}
      onClose={close}
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
