import { useId, useState } from 'preact/hooks';
import type { Field, Form } from '#core/messages/form.ts';
import { useSpeech } from './language.tsx';
import { Modal } from './modal.tsx';

interface Props {
  form: Form;
  /** What was wrong, or null when it was taken. */
  submit(values: Record<string, string>): Promise<string | null>;
  close(): void;
}

/** What a button asks before it acts. */
export function FormDialog({ form, submit, close }: Props) {
  const { words: w } = useSpeech();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? ''])),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const wrong = await submit(values);
    setBusy(false);
    if (wrong === null) close();
    else setProblem(wrong);
  };

  return (
    <Modal title={form.title} close={close}>
      <form onSubmit={(event) => void onSubmit(event)}>
        {form.fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            put={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="modal-end">
          <button type="button" class="press" onClick={close}>
            {w.cancel}
          </button>
          <button type="submit" class="press primary" aria-busy={busy} aria-disabled={busy}>
            {w.submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function FieldView({ field, value, put }: { field: Field; value: string; put(value: string): void }) {
  const { words: w } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        {!field.required && <small>{w.optional}</small>}
      </label>
      <Control id={id} field={field} value={value} put={put} />
    </div>
  );
}

function Control({ id, field, value, put }: { id: string; field: Field; value: string; put(value: string): void }) {
  const { words: w } = useSpeech();
  const given = { id, name: field.name, value, required: field.required };
  switch (field.kind) {
    case 'long_text':
      return <textarea {...given} rows={4} onInput={(event) => put(event.currentTarget.value)} />;
    case 'select':
      return (
        <select {...given} onChange={(event) => put(event.currentTarget.value)}>
          <option value="" disabled={field.required}>
            {w.choose}
          </option>
          {field.options?.map((option) => (
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
