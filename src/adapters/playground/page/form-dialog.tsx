import { useId, useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import { useSpeech } from './language.tsx';
import { Modal } from './modal.tsx';
import type { Control, ModalLook } from './modals.ts';

interface Props {
  channel: Platform;
  look: ModalLook;
  /** What was written into it before. */
  draft: Record<string, string>;
  /** What was wrong, or null when it was taken. */
  submit(values: Record<string, string>): Promise<string | null>;
  close(): void;
}

/** What a button asks before it acts, in a modal as its platform draws it. */
export function FormDialog({ channel, look, draft, submit, close }: Props) {
  const { words: w } = useSpeech();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(look.controls.map(({ name, value }) => [name, draft[name] ?? value])),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const wrong = await submit(values);
    setBusy(false);
    setProblem(wrong);
  };

  return (
    <Modal title={look.title} close={close} kind={channel}>
      <form onSubmit={(event) => void onSubmit(event)}>
        {look.heading && <p class="form-heading">{look.heading}</p>}
        {look.controls.map((control) => (
          <ControlView
            key={control.name}
            control={control}
            value={values[control.name] ?? ''}
            put={(value) => setValues((before) => ({ ...before, [control.name]: value }))}
          />
        ))}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="modal-end">
          <button type="button" class="press" onClick={close}>
            {look.cancel ?? w.cancel}
          </button>
          <button type="submit" class="press primary" aria-busy={busy} aria-disabled={busy}>
            {look.submit ?? w.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function ControlView({ control, value, put }: { control: Control; value: string; put(value: string): void }) {
  const { words: w } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {control.label}
        {control.required ? (
          <i class="needed" aria-hidden="true">
            *
          </i>
        ) : (
          control.hint === '' && <small>{w.optional}</small>
        )}
      </label>
      {control.hint !== '' && (
        <p class="hint" id={`${id}-hint`}>
          {control.hint}
        </p>
      )}
      <Entry id={id} control={control} value={value} put={put} />
    </div>
  );
}

function Entry({ id, control, value, put }: { id: string; control: Control; value: string; put(value: string): void }) {
  const { words: w } = useSpeech();
  const { name, required, kind, hint, options } = control;
  const given = { id, name, value, required, ...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` }) };
  switch (kind) {
    case 'long_text':
      return <textarea {...given} rows={4} onInput={(event) => put(event.currentTarget.value)} />;
    case 'select':
      return (
        <select {...given} onChange={(event) => put(event.currentTarget.value)}>
          <option value="" disabled={required}>
            {w.choose}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'number':
      return <input {...given} type="number" step="any" inputMode="decimal" onInput={(event) => put(event.currentTarget.value)} />;
    case 'date':
      return <input {...given} type="date" onInput={(event) => put(event.currentTarget.value)} />;
    case 'text':
      return <input {...given} type="text" autocomplete="off" onInput={(event) => put(event.currentTarget.value)} />;
  }
}
