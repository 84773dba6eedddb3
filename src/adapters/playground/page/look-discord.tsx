import { Fragment, type ComponentChildren } from 'preact';
import { PressButton, type LookProps } from './press-button.tsx';
import { PressMenu } from './press-menu.tsx';
import { unbroken } from './unbroken.tsx';

type Key = { type: 2; custom_id: string; label: string; style: 1 | 2 | 4 };
type Menu = { type: 3; custom_id: string; placeholder: string; options: { label: string; value: string }[] };
type Part = { type: 10; content: string } | { type: 14 } | { type: 1; components: (Key | Menu)[] };
type Container = { type: 17; accent_color: number; components: Part[] };

const styles = { 1: 'primary', 2: 'plain', 4: 'danger' } as const;

/** Components V2 as Discord draws them. */
export function DiscordLook({ payload, busy, press }: LookProps) {
  const { components } = payload as { components: Container[] }; // made by the renderer for Discord
  const keys = components.flatMap((container) => container.components.flatMap((part) => (part.type === 1 ? part.components : [])));
  const waiting = keys.some((key) => (key.type === 3 ? key.options.some(({ value }) => value === busy) : key.custom_id === busy));
  return (
    <div class="look-discord">
      {components.map((container, at) => (
        <div key={at} class="container" style={{ '--stripe': `#${container.accent_color.toString(16).padStart(6, '0')}` }}>
          {container.components.map((part, index) => {
            if (part.type === 10) return <Fragment key={index}>{linesOf(part.content)}</Fragment>;
            if (part.type === 14) return <hr key={index} />;
            return (
              <div key={index} class="keys">
                {part.components.map((key) =>
                  key.type === 3 ? (
                    <PressMenu
                      key={key.custom_id}
                      label={key.placeholder}
                      options={key.options.map(({ label, value }) => ({ token: value, label }))}
                      busy={busy}
                      waiting={waiting}
                      press={press}
                    />
                  ) : (
                    <PressButton
                      key={key.custom_id}
                      token={key.custom_id}
                      label={key.label}
                      style={styles[key.style]}
                      busy={busy}
                      waiting={waiting}
                      press={press}
                    />
                  ),
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** The Markdown our renderer writes: blocks of code, headings, subtext, quotes and bold; everything else is escaped. */
function linesOf(content: string): ComponentChildren {
  return content
    .split(/^```\n([^]*?)\n```$/m)
    .map((part, index) => (index % 2 === 1 ? <pre key={index}>{part}</pre> : <Fragment key={index}>{written(part)}</Fragment>));
}

function written(content: string): ComponentChildren {
  if (content === '') return null;
  return content
    .replaceAll(/^\n|\n$/g, '')
    .split('\n')
    .map((line, index) => {
      if (line.startsWith('### ')) return <h3 key={index}>{inline(line.slice(4))}</h3>;
      if (line.startsWith('-# '))
        return (
          <p key={index} class="small">
            {inline(line.slice(3))}
          </p>
        );
      if (line.startsWith('> ')) return <blockquote key={index}>{inline(line.slice(2))}</blockquote>;
      return <p key={index}>{inline(line)}</p>;
    });
}

/** `**bold**` and backslash escapes. */
function inline(text: string): ComponentChildren {
  const parts: { text: string; bold: boolean }[] = [{ text: '', bold: false }];
  for (const [token] of text.matchAll(/\\.|\*\*|[^\\*]+|\*/gs)) {
    const last = parts.at(-1);
    if (token === '**') parts.push({ text: '', bold: !last?.bold });
    else if (last) last.text += token.startsWith('\\') ? token.slice(1) : token;
  }
  return parts.map((part, index) => (part.bold ? <strong key={index}>{unbroken(part.text)}</strong> : unbroken(part.text)));
}
