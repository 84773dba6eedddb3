import type { Part, Player, Scenario, Spoken, Step } from '#adapters/playground/page/scenarios/scenario.ts';
import type { Sight } from './bodies/body.ts';
import type { Theatre } from './theatre.ts';

const timeZone = 'Asia/Shanghai';

/** A scenario of the tour under way on a platform: its steps are the very ones of the tour. */
export interface Play {
  theatre: Theatre;
  scenario: Scenario;
  speech: keyof Spoken;
  /** Does one step as the person would. */
  perform(step: Step): Promise<void>;
  /** Which message each button that was pressed stood on. */
  pressed: { part: Part; action: string; message: string }[];
  /** What a part sees where they are. */
  sees(part: Part): Sight[];
  /** The order this is about, once there is one. */
  order(): Promise<{ id: string; number: string; state: string; total: bigint } | null>;
}

export function openPlay(theatre: Theatre, scenario: Scenario, speech: keyof Spoken): Play {
  const { database } = theatre;
  const pressed: Play['pressed'] = [];
  const cast = scenario.cast[speech];
  const roomOf = ({ room }: Player) => room ?? null;
  const bodyOf = (part: Part) => theatre.bodyOf(cast[part].person);
  const sees = (part: Part): Sight[] => bodyOf(part).sees(cast[part].person, roomOf(cast[part]));
  const says = (part: Part, text: string): Promise<void> => bodyOf(part).says(cast[part].person, roomOf(cast[part]), text);

  const order = async () => {
    const [row] = await database.sql<{ id: string; number: string; state: string; total: bigint }[]>`
      select o.id, o.number, o.state, o.total
      from orders o
        join accounts a on a.customer_id = o.customer_id
      where a.user_key = ${bodyOf('customer').userKey(cast.customer.person)}
        and o.platform <> 'import'
      order by o.created_at desc
      limit 1`;
    return row ?? null;
  };
  const nameOf = async (part: Part): Promise<string> => {
    const [row] = await database.sql<{ name: string }[]>`
      select coalesce(c.name, s.name) as name
      from accounts a
        left join customers c on c.id = a.customer_id
        left join staff s on s.id = a.staff_id
      where a.user_key = ${bodyOf(part).userKey(cast[part].person)}`;
    return row?.name ?? '';
  };

  /** The newest button of this action that somebody sees there; of an order, the one on its own card. */
  const findButton = async ({ by, press }: Extract<Step, { press: string }>, number: string | null) => {
    const found = sees(by).flatMap((message) => message.tokens.map((token) => ({ message, token })));
    const rows = await database.sql<{ token: string }[]>`
      select token
      from buttons
      where action = ${press}
        and token in ${database.sql(['', ...found.map(({ token }) => token)])}`;
    const all = found.filter(({ token }) => rows.some((row) => row.token === token));
    const about = all.filter(({ message }) => number !== null && message.text.includes(number));
    return about.at(-1) ?? (isAboutOrders({ by, press }) && number !== null ? undefined : all.at(-1));
  };

  const press = async (step: Extract<Step, { press: string }>): Promise<void> => {
    const number = (await order())?.number ?? null;
    let button = await findButton(step, number);
    if (!button && number !== null && isAboutOrders(step)) {
      // where the card of the order does not stand yet, a colleague asks for it
      await says(step.by, `/status ${number}`);
      await theatre.settle();
      button = await findButton(step, number);
    }
    if (!button)
      throw new Error(
        `${step.by} sees no button ${step.press}:\n${sees(step.by)
          .map(({ text }) => text)
          .join('\n---\n')}`,
      );
    pressed.push({ part: step.by, action: step.press, message: button.message.id });
    const [body, { person }, room] = [bodyOf(step.by), cast[step.by], roomOf(cast[step.by])];
    await body.presses(person, room, button.message.id, button.token);
    const typed = Object.fromEntries(Object.entries(step.fill ?? {}).map(([name, spoken]) => [name, spoken[speech]]));
    const opened = await body.fills(person, room, typed);
    if (step.fill && !opened) throw new Error(`${step.press} opened no form`);
  };

  return {
    theatre,
    scenario,
    speech,
    pressed,
    sees,
    order,
    async perform(step) {
      if ('look' in step) return;
      if ('clock' in step) {
        const at = theatre.now().toZonedDateTimeISO(timeZone);
        await theatre.moveTo((step.clock === 'monday' ? nextMonday(at) : at.add(step.clock)).toInstant());
      } else if ('say' in step) await says(step.by, step.say[speech].replace('{customer}', await nameOf('customer')));
      else await press(step);
      await theatre.settle();
    },
  };
}

/** A colleague's buttons stand on the card of an order; a case names its customer. */
const isAboutOrders = ({ by, press }: { by: Part; press: string }): boolean => by !== 'customer' && !press.endsWith('_case');

/** Ten in the morning, when a week of work begins. */
const nextMonday = (at: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  at.add({ days: 8 - at.dayOfWeek }).with({ hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
