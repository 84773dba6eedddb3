import type { ComponentChildren } from 'preact';
import { PressButton, type LookProps } from './press-button.tsx';

type Key = { text: string; callback_data: string };

/** HTML and an inline keyboard as Telegram draws them. */
export function TelegramLook({ payload, busy, press, below }: LookProps & { below: ComponentChildren }) {
  const { text, reply_markup } = payload as { text: string; reply_markup: { inline_keyboard: Key[][] } }; // made by the renderer for Telegram
  const rows = reply_markup.inline_keyboard;
  const waiting = rows.flat().some((key) => key.callback_data === busy);
  return (
    <div class="look-telegram">
      <div class="balloon">
        {nodesOf(text)}
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

const tags = { b: 'strong', i: 'em', blockquote: 'blockquote' } as const;

/** The tags our renderer writes, as nodes: nothing is ever parsed as HTML by the browser. */
function nodesOf(html: string): ComponentChildren[] {
  const root: ComponentChildren[] = [];
  const open: { tag: keyof typeof tags; inside: ComponentChildren[] }[] = [];
  const here = (): ComponentChildren[] => open.at(-1)?.inside ?? root;
  for (const [token] of html.matchAll(/<\/?(?:b|i|blockquote)>|[^<]+/g)) {
    const tag = /^<\/?(b|i|blockquote)>$/.exec(token)?.[1] as keyof typeof tags | undefined; // the expression lists them
    if (!tag) here().push(unescaped(token));
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
