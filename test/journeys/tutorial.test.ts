import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { home as project } from '#src/config.ts';
import people from '#adapters/demo/people.json' with { type: 'json' };
import type { Platform } from '#core/messages/incoming.ts';
import { speakTo } from '#core/people/setup.store.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

const page = readFileSync(join(project, 'docs/tutorial.md'), 'utf8');

/** Where the page shows a person first. */
function placeOf(person: string): { platform: Platform; conversation: string } {
  const known = [...people.customers, ...people.staff].find(({ id }) => id === person);
  if (!known) throw new Error(`nobody is called ${person}`);
  return { platform: known.preferred as Platform, conversation: `dm:${person}` }; // the file was checked when the demo was loaded
}

interface Step {
  /** As it stands on the page. */
  title: string;
  person: string;
  typed?: string;
  pressed?: string;
  fields: [string, string][];
  moves: string[];
  /** What stands behind bars, and who sees it where. */
  seen: { person: string; channel: string | null; lines: string[] }[];
}

/** The stories of the page: a heading with a number, and under it numbered steps. */
const stories = page
  .split(/^## (?=\d)/m)
  .slice(1)
  .map((text) => {
    const [title = ''] = text.split('\n');
    return {
      title,
      steps: (text.split(/^## /m)[0] ?? '')
        .split(/^(?=\d+\. )/m)
        .slice(1)
        .map(readStep),
    };
  });

function readStep(text: string): Step {
  const [title = ''] = text.split('\n');
  const [, person = ''] = /\*\*(.+?)\*\*/.exec(title) ?? [];
  const step: Step = { title, person, fields: [], moves: [], seen: [] };
  const [, verb, what = ''] = /\*\* (writes|presses) `([^`]+)`/.exec(title) ?? [];
  if (verb === 'writes') step.typed = what;
  else if (verb === 'presses') step.pressed = what;
  else step.moves = Array.from(title.matchAll(/`([^`]+)`/g), ([, move = '']) => move);
  step.fields = Array.from(title.matchAll(/_([^_]+)_ `([^`]+)`/g), ([, label = '', value = '']) => [label, value]);
  let looks = { person: person.toLowerCase(), channel: null as string | null };
  for (const line of text.split('\n').slice(1)) {
    const [, who, where] = /^ +\*\*(\w+)\*\*(?: in `# (\w+)`)? sees:$/.exec(line) ?? [];
    if (who) looks = { person: who.toLowerCase(), channel: where ?? null };
    const [, quote] = /^ +> (.+)$/.exec(line) ?? [];
    const last = step.seen.at(-1);
    if (quote && last && last.person === looks.person && last.channel === looks.channel) last.lines.push(quote);
    else if (quote) step.seen.push({ ...looks, lines: [quote] });
  }
  return step;
}

const durations: Record<string, Temporal.DurationLike> = { '+1 h': { hours: 1 }, '+1 day': { hours: 24 }, '+72 h': { hours: 72 } };

describe('the tutorial gives what it shows', () => {
  let office: Office | undefined;
  afterEach(() => office?.close());

  it('is read as it is written', () => {
    expect(stories.length).toBe(4);
    for (const { steps } of stories)
      for (const { title, typed, pressed, moves } of steps)
        expect([title, Boolean(typed ?? pressed ?? moves.length > 0)]).toEqual([title, true]);
  });

  it.for(stories.map(({ title, steps }) => [title, steps] as const))('%s', async ([, steps]) => {
    const desk = (office = await openOffice({ past: true }));
    // as the page in English does when it is opened
    await desk.database.transaction((tx) => speakTo(tx, 'en'));
    for (const step of steps) {
      await perform(desk, step);
      for (const { person, channel, lines } of step.seen) {
        const there = channel ? { platform: 'slack' as const, conversation: channel } : placeOf(person);
        const texts = (await desk.sees(person, there))
          .filter((message) => message.person === null)
          .map(({ text, card }) => `${text}\n${wordsIn(card)}`);
        for (const line of lines) expect(texts.slice(-4).join('\n'), `${step.title}: ${person} sees “${line}”`).toMatch(pattern(line));
      }
    }
  });
});

async function perform(office: Office, { title, person, typed, pressed, fields, moves }: Step): Promise<void> {
  const who = person.toLowerCase();
  if (typed) return office.say(who, typed, placeOf(who));
  for (const move of moves) {
    const by = durations[move];
    if (!by) throw new Error(`the page has no button ${move}`);
    await office.advance(by);
  }
  if (!pressed) return;
  const there = placeOf(who);
  const button = (await office.sees(who, there))
    .toReversed()
    .flatMap(buttonsOf)
    .find(({ label }) => label === pressed);
  if (!button) throw new Error(`${title}: nobody sees that button`);
  const values = await filledIn(office, who, button.token, fields);
  expect(await office.press(who, button.action, { ...there, token: button.token, ...(values ? { values } : {}) }), title).toEqual({
    ok: true,
  });
}

/** The values of the form that a button opens, by the labels a person sees; null where it opens none. */
async function filledIn(office: Office, who: string, token: string, fields: [string, string][]): Promise<Record<string, string> | null> {
  const { platform, conversation } = placeOf(who);
  const { form } = await office.desk.quick({
    kind: 'press',
    token,
    messageKey: '',
    dedupeKey: `tutorial:${token}`,
    at: office.now.toString(),
    from: { platform, account: 'playground', key: who },
    address: { platform, account: 'playground', key: conversation, kind: 'dm' },
  });
  if (!form) {
    expect(fields).toEqual([]);
    return null;
  }
  const typed = new Map(fields);
  expect(
    [...typed.keys()].filter((label) => !form.fields.some((field) => field.label === label)),
    form.fields.map(({ label }) => label).join(', '),
  ).toEqual([]);
  return Object.fromEntries(form.fields.map(({ name, label, value }) => [name, typed.get(label) ?? value ?? '']));
}

/** Every text of a card, its buttons too. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(wordsIn).join('\n') : '';
}

const pattern = (line: string): RegExp =>
  new RegExp(
    line
      .split('…')
      .map((part) => RegExp.escape(part.trim()))
      .join('[^\\n]*'),
  );
