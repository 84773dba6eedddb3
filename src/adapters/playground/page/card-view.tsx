import type { Block, Button, Card } from '#core/messages/card.ts';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { Marked, Rich } from './rich.tsx';

interface Props {
  card: Card<Button>;
  /** The button that is being pressed, wherever it is. */
  busy: string | null;
  press(button: string): void;
}

/** A card of the desk; plain sentences look like words, everything else gets a frame. */
export function CardView({ card, busy, press }: Props) {
  const framed = card.blocks.some((block) => block.kind !== 'text' && block.kind !== 'actions' && block.kind !== 'note');
  return (
    <div class={framed ? 'card framed' : 'card'}>
      {card.blocks.map((block, index) => (
        <BlockView key={index} block={block} busy={busy} press={press} />
      ))}
    </div>
  );
}

function BlockView({ block, busy, press }: Omit<Props, 'card'> & { block: Block<Button> }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 class="heading">
          <Rich text={block.text} />
        </h3>
      );
    case 'text':
      return (
        <p class="text">
          <Rich text={block.text} />
        </p>
      );
    case 'note':
      return (
        <p class="note">
          <Rich text={block.text} />
        </p>
      );
    case 'fields':
      return <Fields fields={block.fields} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'progress':
      return <Progress steps={block.steps} />;
    case 'quote':
      return (
        <blockquote class="quote">
          <Marked text={block.text} marks={block.marks} />
        </blockquote>
      );
    case 'divider':
      return <hr class="divider" />;
    case 'actions':
      return <Actions buttons={block.buttons} busy={busy} press={press} />;
  }
}

function Fields({ fields }: Pick<Extract<Block<Button>, { kind: 'fields' }>, 'fields'>) {
  return (
    <dl class="fields">
      {fields.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            <Rich text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ head, rows }: Pick<Extract<Block<Button>, { kind: 'table' }>, 'head' | 'rows'>) {
  const kinds = head.map((_, column) => kindOf(rows.map((row) => row[column] ?? '')));
  return (
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={column} scope="col" class={kinds[column]}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column} class={kinds[column]}>
                  <Rich text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Figures stand to the right, codes such as order numbers are never broken. */
function kindOf(cells: string[]): string | undefined {
  if (cells.length > 0 && cells.every((cell) => /^(?:[A-Z]{0,3}\p{Sc})?[^\p{L}]*\d[^\p{L}]*$/u.test(cell))) return 'amount';
  return cells.every((cell) => /^[\w-]{1,16}$/.test(cell)) ? 'code' : undefined;
}

function Progress({ steps }: Pick<Extract<Block<Button>, { kind: 'progress' }>, 'steps'>) {
  const { words: w } = useSpeech();
  const said = { done: w.stepDone, now: w.stepNow, next: w.stepNext };
  return (
    <ol class="progress">
      {steps.map((step, index) => (
        <li key={index} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="dot">{step.state === 'done' && <Icon name="check" />}</span>
          <span class="step">{step.label}</span>
          <span class="aside">({said[step.state]})</span>
        </li>
      ))}
    </ol>
  );
}

function Actions({ buttons, busy, press }: Omit<Props, 'card'> & { buttons: Button[] }) {
  const waiting = buttons.some((button) => button.token === busy);
  return (
    <div class="actions">
      {buttons.map((button) => (
        <button
          type="button"
          key={button.token}
          class={`press ${button.style}`}
          aria-disabled={waiting}
          aria-busy={button.token === busy}
          onClick={() => !waiting && press(button.token)}
        >
          {button.label}
        </button>
      ))}
    </div>
  );
}
