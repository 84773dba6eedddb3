import type { ComponentChildren } from 'preact';
import { unbroken } from './unbroken.tsx';

type Text = string | Text[] | { type: string; text: Text };
type Cell = { text?: Text; align: string; is_header?: true };
export type RichBlock =
  | { type: 'heading' | 'paragraph' | 'pre'; text: Text }
  | { type: 'blockquote'; blocks: RichBlock[] }
  | { type: 'table'; cells: Cell[][] }
  | { type: 'divider' };

/** The blocks of a rich message as Telegram draws them; what is in them is data, and becomes text alone. */
export const richNodes = (blocks: RichBlock[]): ComponentChildren[] => blocks.map((block, at) => <Rich key={at} block={block} />);

function Rich({ block }: { block: RichBlock }) {
  switch (block.type) {
    case 'heading':
      return <h3>{wordsOf(block.text)}</h3>;
    case 'paragraph':
      return <p>{wordsOf(block.text)}</p>;
    case 'pre':
      return <pre>{wordsOf(block.text)}</pre>;
    case 'blockquote':
      return <blockquote>{richNodes(block.blocks)}</blockquote>;
    case 'table':
      return <RichTable rows={block.cells} />;
    case 'divider':
      return <hr />;
  }
}

function RichTable({ rows }: { rows: Cell[][] }) {
  return (
    <div class="table-scroll">
      <table>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map(({ text = '', align, is_header }, column) =>
                is_header ? (
                  <th key={column} scope="col" class={align}>
                    {wordsOf(text)}
                  </th>
                ) : (
                  <td key={column} class={align}>
                    {wordsOf(text)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tags: Record<string, 'strong' | 'em' | 'u' | 'code'> = { bold: 'strong', italic: 'em', underline: 'u', code: 'code' };

function wordsOf(text: Text): ComponentChildren {
  if (typeof text === 'string') return unbroken(text);
  if (Array.isArray(text)) return text.map(wordsOf);
  const Tag = tags[text.type];
  return Tag ? <Tag>{wordsOf(text.text)}</Tag> : wordsOf(text.text);
}
