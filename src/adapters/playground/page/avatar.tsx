/** A person's initials on a colour of their own; the name stands beside it, so that screen readers pass over it. */
export function Avatar({ id, name, small = false }: { id: string; name: string; small?: boolean }) {
  return (
    <span class={`avatar hue-${hueOf(id)}${small ? ' small' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** The desk's own face. */
export function DeskFace() {
  return (
    <span class="avatar desk-face" aria-hidden="true">
      <svg viewBox="0 0 32 32" focusable="false">
        <path d="M9 11.5h14M9 16h14M9 20.5h8" />
      </svg>
    </span>
  );
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = firstSign(parts[0] ?? '') || '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  const last = parts.length > 1 ? firstSign(parts.at(-1) ?? '') : '';
  return /\p{Script=Han}/u.test(last) ? first.toUpperCase() : (first + last).toUpperCase();
}

const signs = new Intl.Segmenter();

function firstSign(text: string): string {
  return signs.segment(text)[Symbol.iterator]().next().value?.segment ?? '';
}

function hueOf(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
