import type { PlaygroundMessage, PlaygroundPerson, PlaygroundState } from '../answers.ts';
import type { Locale } from '#core/text/locale.ts';
import { calls } from './calls.ts';
import { filledIn } from './submissions.ts';
import { conversationsAt, type Place } from './places.ts';
import { parts, type Part, type Scenario, type Spoken, type Step } from './scenarios/scenario.ts';
import { filled } from './words.ts';

/** A scenario under way. It is kept by the browser, so that it goes on after the page was loaded anew. */
export interface Run {
  scenario: string;
  speech: keyof Spoken;
  /** How many steps were begun. */
  at: number;
  /** The order this is about, once there is one, and those of the customer that were there before. */
  order: string | null;
  before: string[];
}

/** Who is watched in which pane. */
export type Stage = Record<Part, Place>;

/** Readers of Chinese watch people who speak it. */
export const speechFor = (locale: Locale): keyof Spoken => (locale === 'en' ? 'en' : 'zh');

export function begin({ id, cast }: Scenario, speech: keyof Spoken, { orders }: PlaygroundState): Run {
  const customer = cast[speech].customer.person;
  return {
    scenario: id,
    speech,
    at: 0,
    order: null,
    before: orders.filter((order) => order.customer === customer).map((order) => order.id),
  };
}

/** Everybody in their pane, in the look the pane has; a room of the desk that is not there is on Slack. */
export function stageOf({ cast }: Scenario, speech: keyof Spoken, places: Place[], { people, conversations }: PlaygroundState): Stage {
  const place = (part: Part): Place => {
    const { person, room } = cast[speech][part];
    const found = people.find(({ id }) => id === person);
    const kept = places[parts.indexOf(part)]?.channel;
    const look = kept && found?.channels.includes(kept) ? kept : (found?.channel ?? 'slack');
    const rooms = [look, 'slack' as const].flatMap((channel) => conversationsAt(conversations, person, channel));
    const there = room && rooms.find(({ purposes }) => purposes.includes(room));
    return there ? { person, channel: there.channel, conversation: there.id } : { person, channel: look, conversation: `dm:${person}` };
  };
  return { customer: place('customer'), colleague: place('colleague'), third: place('third') };
}

/** Whether this is no fresh business any more: stock, promises and the hour may then not be what a scenario looks for. */
export function wasUsed({ conversations, moved }: PlaygroundState): boolean {
  return moved || conversations.some(({ latest }) => latest !== null);
}

/** The order of the customer that was not there before. */
export function orderOf(run: Run, { cast }: Scenario, { orders }: PlaygroundState): string | null {
  const customer = cast[run.speech].customer.person;
  return run.order ?? orders.find(({ id, customer: whose }) => whose === customer && !run.before.includes(id))?.id ?? null;
}

/** Names in the place of `{customer}`, `{colleague}` and `{order}`. */
export function named(text: string, run: Run, { cast }: Scenario, { people, orders }: PlaygroundState): string {
  const nameOf = (part: Part): string => people.find(({ id }) => id === cast[run.speech][part].person)?.name ?? '';
  const order = orders.find(({ id }) => id === run.order)?.number ?? '';
  return filled(text, { customer: nameOf('customer'), colleague: nameOf('colleague'), third: nameOf('third'), order });
}

/** What the eye follows while a step is done. */
export interface Eye {
  /** Words as they are being typed in a pane. */
  typing(part: Part, text: string): Promise<void>;
  /** The button that is about to be pressed. */
  pointing(part: Part, message: string, token: string): Promise<void>;
}

/** What a scenario looks for and does not find: somebody has gone another way meanwhile. */
export class LostThread extends Error {}

interface Doing {
  run: Run;
  scenario: Scenario;
  stage: Stage;
  state: PlaygroundState;
  eye: Eye;
}

/** Does one step as the person would: says, presses, or moves the clock. */
export async function perform(step: Step, doing: Doing): Promise<void> {
  const { run, scenario, stage, state, eye } = doing;
  if ('look' in step) return;
  if ('clock' in step) return void (await calls.clock(step.clock === 'monday' ? { to: mondayMorning(state) } : { advance: step.clock }));
  if ('say' in step) {
    const text = named(step.say[run.speech], run, scenario, state);
    await eye.typing(step.by, text);
    return say(stage[step.by], text);
  }
  const place = stage[step.by];
  const message = (await findButton(step, doing)) ?? (await askForCard(step, doing));
  if (!message) throw new LostThread();
  const { button } = message;
  await eye.pointing(step.by, message.id, button);
  const person = personOf(place, state);
  const conversation = state.conversations.find(({ id, channel }) => id === place.conversation && channel === place.channel);
  if (!person || !conversation) throw new LostThread();
  const answer = await calls.press(place.channel, { person, conversation, message: message.id, token: button, payload: message.payload });
  if (!('form' in answer)) return taken(answer);
  const given = Object.fromEntries(answer.form.fields.map(({ name, value }) => [name, value ?? '']));
  const typed = Object.fromEntries(Object.entries(step.fill ?? {}).map(([name, spoken]) => [name, spoken[run.speech]]));
  const updates = filledIn(place.channel, { person, conversation }, answer, { ...given, ...typed });
  taken(await calls.fill(place.channel, { form: answer.form, updates }));
}

const say = ({ person, channel, conversation }: Place, text: string): Promise<void> =>
  calls.say({ as: person, channel, conversation, text });

function taken(answer: Awaited<ReturnType<typeof calls.press | typeof calls.fill>>): void {
  if ('ok' in answer && !answer.ok) throw new Refused(answer.refusal.text);
}

/** The desk said no, in words for people. */
export class Refused extends Error {}

const personOf = ({ person }: Place, { people }: PlaygroundState): PlaygroundPerson | undefined => people.find(({ id }) => id === person);

type Press = Extract<Step, { press: string }>;
type Found = Pick<PlaygroundMessage, 'id' | 'payload'> & { button: string };

/** The newest button of this action that a person sees there; of an order, the one on its own card. */
async function findButton(step: Press, { run, stage, state }: Doing): Promise<Found | null> {
  const { person, channel, conversation } = stage[step.by];
  const messages = await calls.messages(person, channel, conversation);
  const number = state.orders.find(({ id }) => id === run.order)?.number ?? null;
  const found = messages.flatMap((message) => {
    const button = message.buttons.find((each) => each.action === step.press);
    return button ? [{ message, button: button.id }] : [];
  });
  const about = found.filter(({ message }) => number !== null && says(message, number));
  const last = about.at(-1) ?? (isAboutOrders(step) && number !== null ? undefined : found.at(-1));
  return last ? { id: last.message.id, payload: last.message.payload, button: last.button } : null;
}

const says = ({ text, card }: PlaygroundMessage, number: string): boolean => text.includes(number) || JSON.stringify(card).includes(number);

/** A colleague's buttons stand on the card of an order; a case names its customer. */
const isAboutOrders = ({ by, press }: Press): boolean => by !== 'customer' && !press.endsWith('_case');

/** Where the card of the order does not stand yet, a colleague asks for it. */
async function askForCard(step: Press, doing: Doing): Promise<Found | null> {
  const number = doing.state.orders.find(({ id }) => id === doing.run.order)?.number;
  if (!number || !isAboutOrders(step)) return null;
  const text = `/status ${number}`;
  await doing.eye.typing(step.by, text);
  await say(doing.stage[step.by], text);
  return findButton(step, doing);
}

/** Ten in the morning of the next Monday in the zone of the business. */
function mondayMorning({ now, timeZone }: PlaygroundState): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const hour = 3_600_000;
  // from one full hour to the next: a day may have 23 of them
  const first = Math.ceil(Date.parse(now) / hour) * hour;
  for (let at = first; at < first + 9 * 24 * hour; at += hour / 4) {
    const read = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    if (read['weekday'] === 'Mon' && read['hour'] === '10' && read['minute'] === '00') return new Date(at).toISOString();
  }
  throw new Error('a week without a Monday');
}
