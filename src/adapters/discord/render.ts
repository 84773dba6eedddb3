import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIComponentInContainer,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { barLines } from '#core/messages/bars.ts';
import type { Block, Button, Card, More } from '#core/messages/card.ts';
import { bulletOf, fileLine, visible, withAll, type Rendered } from '#core/messages/rendered.ts';
import { limitsOfDiscord } from './limits.ts';
import { cut, Cutting, runsOf } from '#core/messages/runs.ts';

const most = {
  text: 3800,
  components: 40,
  inContainer: 10,
  buttonsInRow: 5,
  label: 80,
  options: 25,
  option: 100,
  placeholder: 150,
  bar: 16,
};
export const brand = 0x4f5bd5;
const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger, plain: ButtonStyle.Secondary } as const;

/** A card in Components V2: containers of text, separators and rows of buttons. Nobody is ever mentioned. */
export function renderForDiscord(card: Card<Button>): Rendered<RESTPostAPIChannelMessageJSONBody> {
  return withAll(card, (all) => drawn(card, all));
}

function drawn(card: Card<Button>, all: Button | null): Rendered<RESTPostAPIChannelMessageJSONBody> {
  const cutting = new Cutting();
  const { parts, lost } = within(visible(card).flatMap((block) => partsOf(block, cutting)));
  const last = all ? rowsOf([all]) : [];
  const components = containers(parts, last, cutting);
  const payload = { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } };
  return { payload, lost, isCut: cutting.isCut || lost.length > 0, limits: limitsOfDiscord(components) };
}

/** Text between two other components is one component. */
type Part =
  | { kind: 'text'; text: string }
  | { kind: 'other'; component: Exclude<APIComponentInContainer, { type: ComponentType.TextDisplay }> };

/** All texts of a message together may be 4,000 characters long, and a message has 40 components: what is too much goes, buttons last. */
function within(parts: Part[]): { parts: Part[]; lost: string[] } {
  let room = most.text;
  const kept: Part[] = [];
  let lost = 0;
  for (const part of parts) {
    if (part.kind === 'text') {
      if (part.text.length <= room) kept.push(part);
      else lost += 1;
      if (lost === 1 && part.text.length > room) kept.push({ kind: 'text', text: '…' });
      room = Math.max(0, room - part.text.length);
    } else kept.push(part);
  }
  return { parts: kept, lost: lost > 0 ? [`${lost} texts`] : [] };
}

/** Whatever is left out for want of room, `last` stands at the end. */
function containers(parts: Part[], last: APIComponentInContainer[], cutting: Cutting): APIContainerComponent[] {
  const components: APIComponentInContainer[] = [];
  for (const part of parts) {
    const before = components.at(-1);
    if (part.kind === 'other') components.push(part.component);
    else if (before?.type === ComponentType.TextDisplay) before.content += `\n${part.text}`;
    else components.push({ type: ComponentType.TextDisplay, content: part.text });
  }
  const made: APIContainerComponent[] = [];
  let count = 0;
  const add = (component: APIComponentInContainer, room: number): boolean => {
    const container = made.at(-1);
    const isFull = !container || container.components.length >= most.inContainer;
    const size = sizeOf(component) + (isFull ? 1 : 0);
    if (count + size > room) return false;
    count += size;
    if (isFull) made.push({ type: ComponentType.Container, accent_color: brand, components: [component] });
    else container.components.push(component);
    return true;
  };
  // with a container of its own
  const kept = last.reduce((sum, component) => sum + sizeOf(component) + 1, 0);
  if (!components.every((component) => add(component, most.components - kept))) cutting.isCut = true;
  for (const component of last) add(component, most.components);
  return made;
}

const sizeOf = (component: APIComponentInContainer): number =>
  1 + (component.type === ComponentType.ActionRow ? component.components.length : 0);

function partsOf(block: Block<Button>, cutting: Cutting): Part[] {
  const text = (written: string): Part[] => [{ kind: 'text', text: written }];
  switch (block.kind) {
    case 'heading':
      return text(`### ${cutting.fitted(block.text.replaceAll('\n', ' '), 250, literal)}`);
    case 'text':
      return text(bolded(cutting.cut(block.text, 2000)));
    case 'note':
      return text(small(cutting.cut(block.text, 1500)));
    case 'fields':
      return text(
        block.fields
          .map(
            ({ label, value }) => `**${cutting.fitted(label, 200, literal)}** ${cutting.fitted(value.replaceAll('\n', ' '), 800, literal)}`,
          )
          .join('\n'),
      );
    case 'table':
      return text(block.rows.map((row) => rowOf(block.head, row, cutting)).join('\n'));
    case 'chart':
      return text(chartOf(block, cutting));
    case 'progress':
      return text(block.steps.map(({ label, state }) => stepOf(cutting.fitted(label, 100, literal), state)).join('  '));
    case 'quote':
      return text(quoted(block.text, block.marks, cutting));
    case 'file':
      return text(cutting.fitted(fileLine(block.file), 300, literal));
    case 'divider':
      return [{ kind: 'other', component: { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small } }];
    case 'actions':
      return rowsOf(block.buttons, block.more).map((component) => ({ kind: 'other', component }));
  }
}

const stepOf = (label: string, state: keyof typeof bulletOf): string =>
  state === 'now' ? `**${bulletOf.now}\u00A0${label}**` : `${bulletOf[state]}\u00A0${label}`;

const small = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `-# ${bolded(line)}`))
    .join('\n');

/** Discord has no tables: the first column is the name, the others stand under it with their heads. */
function rowOf(head: string[], row: string[], cutting: Cutting): string {
  const [name = '', ...cells] = row.map((cell) => cutting.fitted(cell.replaceAll('\n', ' '), 500, literal));
  const named = cells.flatMap((cell, index) =>
    cell === '' || cell === '–' ? [] : [`${cutting.fitted(head[index + 1] ?? '', 100, literal)} ${cell}`],
  );
  return named.length > 0 ? `**${name}**\n-# ${named.join(' · ')}` : `**${name}**`;
}

/** A chart of characters of one width. Inside a block of code nothing is parsed but its own end. */
function chartOf({ title, bars }: Extract<Block<Button>, { kind: 'chart' }>, cutting: Cutting): string {
  return `**${cutting.fitted(title, 250, literal)}**\n\`\`\`\n${barLines({ bars }, most.bar, cutting).join('\n').replaceAll('`', 'ˋ')}\n\`\`\``;
}

const bolded = (text: string): string =>
  runsOf(text)
    .map((run) => (run.bold ? `**${literal(run.text)}**` : literal(run.text)))
    .join('');

function quoted(text: string, marks: { start: number; end: number }[], cutting: Cutting): string {
  const shown = cutting.cut(text, 1500);
  let written = '';
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > shown.length || shown.slice(start, end).trim() === '') continue;
    written += `${literal(shown.slice(at, start))}**${literal(shown.slice(start, end))}**`;
    at = end;
  }
  written += literal(shown.slice(at));
  return written
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function rowsOf(buttons: Button[], more?: More<Button>): Row[] {
  // what no menu takes stands beside it
  const all = [...buttons, ...(more?.buttons.slice(most.options) ?? [])];
  const rows: Row[] = [];
  for (let at = 0; at < all.length; at += most.buttonsInRow)
    rows.push({
      type: ComponentType.ActionRow,
      components: all.slice(at, at + most.buttonsInRow).map(({ token, label, style }) => ({
        type: ComponentType.Button,
        style: styles[style],
        label: cut(label, most.label),
        custom_id: token,
      })),
    });
  return more ? [...rows, menuOf(more)] : rows;
}

/** A menu has a row of its own. */
const menuOf = ({ open, buttons }: More<Button>): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: open.token,
      placeholder: cut(open.label, most.placeholder),
      options: buttons.slice(0, most.options).map(({ token, label }) => ({ label: cut(label, most.option), value: token })),
    },
  ],
});

/** Every character that could mean something to Discord, also at the beginning of a line. */
const literal = (text: string): string =>
  text
    .replaceAll(/[\\*_~`|<>[\]()@:]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([#+-]|\d+\.)/gm, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
