import type { Block, Button, Card } from '#core/messages/card.ts';
import { actionIds } from '#core/orders/actions.ts';
import { commandNamed } from '#core/talk/commands/command.list.ts';
import { locales } from '#core/text/locale.ts';
import { openTexts, wordingNow } from '#core/text/words.ts';
import { ownNames } from './manifest.ts';

/**
 * Slack refuses a command whose name the app has not registered: what the desk tells people to type goes behind /orderly there. Only where it
 * stands in a text of the desk: what somebody wrote, which is filled in there or said beside it, stays as they wrote it.
 */
export function typable(text: string): string {
  const named = new Set(Array.from(text.matchAll(command), ([, name = '']) => name).filter(isUnregistered));
  if (named.size === 0) return text;
  const { byCommand, open } = lines();
  const inserts = new Set<number>();
  const maybe = new Set([...open, ...[...named].flatMap((name) => byCommand.get(name) ?? [])]);
  for (const line of maybe) for (const at of commandsOf(line, text)) inserts.add(at);
  let typed = text;
  for (const at of [...inserts].toSorted((a, b) => b - a)) typed = `${typed.slice(0, at)}orderly ${typed.slice(at)}`;
  return typed;
}

/** A card with its commands as they are typed in Slack. */
export function typableCard(card: Card<Button>): Card<Button> {
  return { ...card, blocks: card.blocks.map(typableBlock), fallback: typable(card.fallback) };
}

function typableBlock(block: Block<Button>): Block<Button> {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return { ...block, text: typable(block.text) };
    case 'fields':
      return { ...block, fields: block.fields.map(({ label, value }) => ({ label, value: typable(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(typable)) };
    default:
      return block;
  }
}

const command = /(?<![\w/.:-])\/([a-z]+(?:[_-][a-z]+)*)(?![\w/-])/g;
const registered: ReadonlySet<string> = new Set(ownNames);
const actions: ReadonlySet<string> = new Set(actionIds);

function isUnregistered(name: string): boolean {
  const typed = name.replaceAll('-', '_');
  return (commandNamed(typed) !== null || actions.has(typed)) && !registered.has(typed);
}

/** A line of a text, with what is filled in taken out. */
interface Line {
  parts: string[];
  /** What may be filled in between one part and the next. */
  holes: RegExp[];
  /** Where in which part the name of an unregistered command begins. */
  commands: { part: number; at: number }[];
  /** After which part the name of a command is filled in. */
  filled: number[];
}

let kept: { wording: number; byCommand: Map<string, Line[]>; open: Line[] } | null = null;

/** The lines of all texts with a command that is typed otherwise here, by its name; `open`: whose name is filled in. */
function lines() {
  const wording = wordingNow();
  if (kept?.wording === wording) return kept;
  const byCommand = new Map<string, Line[]>();
  const open: Line[] = [];
  for (const text of locales.flatMap(openTexts).flatMap((all) => all.split('\n'))) {
    const [line, names] = lineOf(text);
    for (const name of names) byCommand.set(name, [...(byCommand.get(name) ?? []), line]);
    if (line.filled.length > 0) open.push(line);
  }
  return (kept = { wording, byCommand, open });
}

function lineOf(text: string): [Line, Set<string>] {
  const line: Line = { parts: [], holes: [], commands: [], filled: [] };
  const names = new Set<string>();
  // every second one is a placeholder
  for (const [index, piece] of text.split(/(\{\{.*?\}\})/).entries()) {
    if (index % 2 === 1) {
      line.holes.push(/number|command/.test(piece) ? /^\S*$/ : /^.*$/);
      if (/^\{\{\s*command\s*\}\}$/.test(piece) && line.parts.at(-1)?.endsWith('/')) line.filled.push(line.parts.length - 1);
      continue;
    }
    for (const found of piece.matchAll(command)) {
      const [, name = ''] = found;
      if (!isUnregistered(name)) continue;
      names.add(name);
      line.commands.push({ part: line.parts.length, at: found.index + 1 });
    }
    line.parts.push(piece);
  }
  return [line, names];
}

/** Where in a text names of commands begin that are the line's own, wherever and however often the line stands in it. */
function commandsOf(line: Line, text: string): number[] {
  const { parts, commands, filled } = line;
  const found: number[] = [];
  for (let from = 0; ;) {
    const places = placesOf(parts, text, from);
    if (!places) return found;
    const placeOf = (part: number): number => places[part] ?? 0;
    if (!fits(line, places, text)) {
      from = placeOf(0) + 1;
      continue;
    }
    found.push(...commands.map(({ part, at }) => placeOf(part) + at));
    for (const part of filled) {
      const begins = placeOf(part) + (parts[part]?.length ?? 0);
      if (isUnregistered(text.slice(begins, placeOf(part + 1)))) found.push(begins);
    }
    from = placeOf(parts.length - 1) + Math.max(1, parts.at(-1)?.length ?? 0);
  }
}

/** Whether what stands between the parts can have been filled in there: something of one line, and of one word where a number belongs. */
const fits = ({ parts, holes }: Line, places: readonly number[], text: string): boolean =>
  holes.every((hole, at) => hole.test(text.slice((places[at] ?? 0) + (parts[at]?.length ?? 0), places[at + 1])));

/** Where the parts stand, in order and as close together as they can; null where they do not. */
function placesOf(parts: readonly string[], text: string, from: number): number[] | null {
  const places: number[] = [];
  let at = from;
  for (const part of parts) {
    const place = text.indexOf(part, at);
    if (place < 0) return null;
    places.push(place);
    at = place + part.length;
  }
  for (let index = parts.length - 2; index >= 0; index--) {
    const part = parts[index] ?? '';
    const latest = (places[index + 1] ?? 0) - part.length;
    if (part !== '') places[index] = text.lastIndexOf(part, latest);
    else places[index] = places[index + 1] ?? 0;
  }
  return places;
}
