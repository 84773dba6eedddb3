/** One field of a form; every platform can ask it (a modal, or one question at a time). */
export interface Field {
  name: string;
  kind: 'text' | 'long_text' | 'number' | 'date' | 'select';
  label: string;
  required: boolean;
  options?: { value: string; label: string }[];
  value?: string;
}

/** What a button asks before it acts. `id` is the token of the button that opened it. */
export interface Form {
  id: string;
  title: string;
  fields: Field[];
}
