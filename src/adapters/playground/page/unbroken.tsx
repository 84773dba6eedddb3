import type { ComponentChildren } from 'preact';

/** The number of an order and an amount stay on one line: at its hyphen, or after its minus, each would be two. */
export function unbroken(text: string): ComponentChildren[] {
  return text.split(/(\b[A-Z]{1,4}-\d+\b|[−-]?(?:[A-Z]{2})?[¥$€£]\d(?:[\d,.]*\d)?)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} class="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
