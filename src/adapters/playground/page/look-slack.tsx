import { Fragment, type ComponentChildren } from 'preact';
import { PressButton, type LookProps } from './press-button.tsx';
import { PressMenu } from './press-menu.tsx';
import { unbroken } from './unbroken.tsx';

type Text = { type: string; text: string };
type Run = Text & { style?: { bold?: boolean } };
type Part = { type: string; elements: Run[] };
type Cell = { type: string; text: string };
type Point = { label: string; value: number };
type Key = { type: 'button'; action_id: string; text: Text; style?: 'primary' | 'danger' };
type Option = { text: Text; value: string };
type Menu = { type: 'overflow'; options: Option[] } | { type: 'static_select'; placeholder: Text; options: Option[] };
type SlackBlock =
  | { type: 'header'; text: Text }
  | { type: 'section'; fields?: Text[]; text?: Text }
  | { type: 'context'; elements: Text[] }
  | { type: 'rich_text'; elements: Part[] }
  | { type: 'table'; rows: Cell[][]; column_settings: { align: string }[] }
  | { type: 'data_visualization'; title: string; chart: { series: { name: string; data: Point[] }[] } }
  | { type: 'divider' }
  | { type: 'actions'; elements: (Key | Menu)[] };

const tokensOf = (element: Key | Menu): string[] =>
  element.type === 'button' ? [element.action_id] : element.options.map(({ value }) => value);

/** Block Kit as Slack draws it. */
export function SlackLook({ payload, busy, press }: LookProps) {
  const { blocks } = payload as { blocks: SlackBlock[] }; // made by the renderer for Slack
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const waiting = elements.some((each) => tokensOf(each).some((token) => token === busy));
  return (
    <div class="look-slack">
      {blocks.map((block, index) => (
        <Fragment key={index}>{drawn(block, { busy, waiting, press })}</Fragment>
      ))}
    </div>
  );
}

function drawn(block: SlackBlock, pressing: Omit<LookProps, 'payload'> & { waiting: boolean }): ComponentChildren {
  switch (block.type) {
    case 'header':
      return <h3>{block.text.text}</h3>;
    case 'section':
      return (
        <dl class={block.text ? 'whole' : undefined}>
          {(block.fields ?? (block.text ? [block.text] : [])).map(({ text }, index) => {
            const [label = '', ...value] = plain(text).split('\n');
            return (
              <div key={index}>
                <dt>{label.replaceAll('*', '')}</dt>
                <dd>{unbroken(value.join('\n'))}</dd>
              </div>
            );
          })}
        </dl>
      );
    case 'context':
      return <p class="context">{unbroken(block.elements.map(({ text }) => text).join(' '))}</p>;
    case 'rich_text':
      return block.elements.map((part, index) => {
        const Tag = richTags[part.type] ?? 'p';
        return <Tag key={index}>{runs(part.elements)}</Tag>;
      });
    case 'table':
      return <SlackTable rows={block.rows} aligns={block.column_settings.map(({ align }) => align)} />;
    case 'data_visualization':
      return block.chart.series.map(({ name, data }) => <SlackChart key={name} title={block.title} data={data} />);
    case 'divider':
      return <hr />;
    case 'actions':
      return (
        <div class="keys">
          {block.elements.map((key) =>
            key.type === 'button' ? (
              <PressButton key={key.action_id} token={key.action_id} label={key.text.text} style={key.style ?? 'plain'} {...pressing} />
            ) : (
              <PressMenu
                key={key.options[0]?.value}
                label={key.type === 'overflow' ? null : key.placeholder.text}
                options={key.options.map(({ text, value }) => ({ token: value, label: text.text }))}
                {...pressing}
              />
            ),
          )}
        </div>
      );
  }
}

function SlackTable({ rows: [head = [], ...rows], aligns }: { rows: Cell[][]; aligns: string[] }) {
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {head.map(({ text }, column) => (
              <th key={column} scope="col" class={aligns[column]}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map(({ text }, column) => (
                <td key={column} class={aligns[column]}>
                  {unbroken(text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const richTags: Record<string, 'p' | 'blockquote' | 'pre'> = { rich_text_quote: 'blockquote', rich_text_preformatted: 'pre' };

/** Bars as Slack draws them; what somebody does not see is read out as a list. */
function SlackChart({ title, data }: { title: string; data: Point[] }) {
  const longest = Math.max(1, ...data.map(({ value }) => value));
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <ol>
        {data.map(({ label, value }) => (
          <li key={label}>
            <span class="figure">{value}</span>
            <span class="column" style={{ height: `${(Math.max(0, value) / longest) * 100}%` }} />
            <span class="label">{label}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

const runs = (elements: Run[]): ComponentChildren =>
  elements.map(({ text, style }, index) => (style?.bold ? <strong key={index}>{unbroken(text)}</strong> : unbroken(text)));

/** Slack's own escapes taken back. */
const plain = (text: string): string =>
  text.replaceAll('\u2060', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
