import type { ComponentChildren } from 'preact';

/** The number of an order stays on one line: at its hyphen it would be two. */
export function unbroken(text: string): ComponentChildren[] {
  return text.split(/\b([A-Z]{1,4}-\d+)\b/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} class="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
