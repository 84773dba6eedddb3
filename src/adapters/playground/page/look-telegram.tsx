import type { ComponentChildren } from 'preact';
import { richNodes, type RichBlock } from './look-telegram-rich.tsx';
import { PressButton, type LookProps } from './press-button.tsx';
import { unbroken } from './unbroken.tsx';

type Key = { text: string; callback_data: string };
type Content = { text: string } | { rich_message: { blocks: RichBlock[] } };
type Payload = Content & { reply_markup: { inline_keyboard: Key[][] } | { force_reply: true } };

/** HTML or a rich message, and an inline keyboard, as Telegram draws them. */
export function TelegramLook({ payload, busy, press, below }: LookProps & { below: ComponentChildren }) {
  const sent = payload as Payload; // made by the renderers for Telegram
  const { reply_markup } = sent;
  const rows = 'inline_keyboard' in reply_markup ? reply_markup.inline_keyboard : [];
  const tap = 'force_reply' in reply_markup ? press : null;
  const waiting = rows.flat().some((key) => key.callback_data === busy);
  return (
    <div class="look-telegram">
      <div class={`balloon${'rich_message' in sent ? ' rich' : ''}`}>
        {'rich_message' in sent ? richNodes(sent.rich_message.blocks) : nodesOf(sent.text, tap)}
        {below}
      </div>
      {rows.map((row, at) => (
        <div key={at} class="keys">
          {row.map((key) => (
            <PressButton
              key={key.callback_data}
              token={key.callback_data}
              label={key.text}
              style="plain"
              busy={busy}
              waiting={waiting}
              press={press}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const tags = { b: 'strong', i: 'em', blockquote: 'blockquote', pre: 'pre', a: 'mark' } as const;

/** The tags our renderer writes, as nodes: nothing is ever parsed as HTML by the browser. */
function nodesOf(html: string, tap: ((command: string) => void) | null): ComponentChildren[] {
  const root: ComponentChildren[] = [];
  const open: { tag: keyof typeof tags; inside: ComponentChildren[] }[] = [];
  const here = (): ComponentChildren[] => open.at(-1)?.inside ?? root;
  // the break after a block is its own
  for (const [token] of html
    .replaceAll(/(<\/(?:blockquote|pre)>)\n/g, '$1')
    .matchAll(/<\/?(?:b|i|blockquote|pre|a)(?: href="[^"]*")?>|[^<]+/g)) {
    const tag = /^<\/?(b|i|blockquote|pre|a)\b/.exec(token)?.[1] as keyof typeof tags | undefined; // the expression lists them
    if (!tag) here().push(...(tap ? tappable(unescaped(token), tap) : unbroken(unescaped(token))));
    else if (!token.startsWith('</')) open.push({ tag, inside: [] });
    else {
      const closed = open.pop();
      const Tag = tags[tag];
      if (closed) here().push(<Tag key={here().length}>{closed.inside}</Tag>);
    }
  }
  return root;
}

const unescaped = (text: string): string =>
  text.replaceAll('\u2060', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Commands in a question can be tapped, as everywhere in Telegram. */
function tappable(text: string, tap: (command: string) => void): ComponentChildren[] {
  return text.split(/(\/(?:skip|quit)\b)/).map((part) =>
    part.startsWith('/') ? (
      <button key={part} type="button" class="command" onClick={() => tap(part)}>
        {part}
      </button>
    ) : (
      part
    ),
  );
}
