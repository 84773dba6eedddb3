import type { ComponentChildren } from 'preact';
import type { PlaygroundOrderLook } from '../answers.ts';
import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { useSpeech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { OrderPicker, type OrderPanel } from './order-picker.tsx';
import { filled } from './words.ts';

type Note = NonNullable<PlaygroundOrderLook['note']>;

/** The customer's words with what was read in them marked, what was not understood, and what was made of each. */
export function NotePanel({ live, ...panel }: OrderPanel & { live: Live }) {
  const { words: w, locale } = useSpeech();
  const { order } = panel;
  const look = useAsked(`${order?.id} ${locale}`, live.turn, async () => (order ? calls.order(order.id, locale) : null));
  if (!order) return <Nothing text={w.noOrders} />;
  return (
    <>
      <OrderPicker {...panel} />
      {look && (look.note ? <NoteView note={look.note} /> : <Nothing text={w.noNote} />)}
    </>
  );
}

function NoteView({ note }: { note: Note }) {
  const { words: w } = useSpeech();
  const isWhole = note.read.every(({ kind }) => kind === 'read');
  return (
    <div class="note">
      <figure>
        <blockquote>{marked(note)}</blockquote>
        <figcaption>
          <span class="legend">
            <mark class="note-read">{w.markRead}</mark> {!isWhole && <mark class="note-unread">{w.markUnread}</mark>}
          </span>
          <span>{filled(w.coverage, { share: String(Math.round(note.coverage * 100)) })}</span>
        </figcaption>
      </figure>
      {note.read.length === 0 ? (
        <Nothing text={w.nothingRead} />
      ) : (
        <dl>
          {note.read.map(({ what, from, kind }, index) => (
            <div key={index} class={`note-${kind}`}>
              <dt>{what}</dt>
              <dd>
                <q>{from.text}</q>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The words as they were written; where two marks meet, what was not understood is seen. */
function marked({ text, read }: Note): ComponentChildren {
  const kindAt: (string | null)[] = Array.from({ length: text.length }, () => null);
  const weights = { read: 0, instructs: 1, unread: 1 };
  for (const { from, kind } of read.toSorted((a, b) => weights[a.kind] - weights[b.kind]))
    if (text.slice(from.start, from.end) === from.text) kindAt.fill(kind, from.start, from.end);
  const parts: { kind: string | null; text: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1);
    if (last && last.kind === kindAt[at]) last.text += text.charAt(at);
    else parts.push({ kind: kindAt[at] ?? null, text: text.charAt(at) });
  }
  return parts.map((part, index) =>
    part.kind === null ? (
      part.text
    ) : (
      <mark key={index} class={`note-${part.kind}`}>
        {part.text}
      </mark>
    ),
  );
}
