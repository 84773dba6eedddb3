import type { Localized } from '#core/text/locale.ts';
import type { Panel } from '../drawer.tsx';

/** Whose screen it is: the first, second and third pane. */
export const parts = ['customer', 'colleague', 'third'] as const;
export type Part = (typeof parts)[number];

/** What somebody says, in the language of those who play: readers of Chinese watch people who speak it. */
export type Spoken = Record<'en' | 'zh', string>;

/** Who plays a part, and where: in the desk's conversation of that purpose, in the look of the pane or on Slack; otherwise in direct messages. */
export interface Player {
  person: string;
  room?: 'review' | 'sales' | 'warehouse';
}

/**
 * One step: who does what, and a sentence of what it shows. Nothing here writes anything: everything goes through the front door,
 * as the person. `open` opens a panel below, `only` shows in the outbox what is in this state alone. `{order}` is the number of the order this is about, `{customer}`,
 * `{colleague}` and `{third}` are the names of those who play.
 */
export type Step = { tell: Localized; open?: Panel; only?: string } & (
  | { by: Part; say: Spoken }
  /** Presses the newest button of this action; `fill` is what is typed where it opens a form, the rest stays as the form gives it. */
  | { by: Part; press: string; fill?: Record<string, Spoken> }
  /** Only looks at somebody's screen. */
  | { by: Part; look: true }
  /** Moves the clock: so far, or to ten in the morning of the next Monday. */
  | { clock: 'monday' | `P${string}`; by: Part }
);

const readers = ['en', 'zh'] as const;

/** A customer for the readers of each language, a colleague who speaks it, and who is watched beside them: Omar in the warehouse where nobody else is named. */
export function cast(customers: Spoken, room?: Player['room'], third: Player = { person: 'omar', room: 'warehouse' }): Scenario['cast'] {
  const colleagues: Spoken = { en: 'bob', zh: 'lin' };
  const played = readers.map((reader) => {
    const colleague: Player = { person: colleagues[reader], ...(room ? { room } : {}) };
    return [reader, { customer: { person: customers[reader] }, colleague, third }] as const;
  });
  return Object.fromEntries(played) as Scenario['cast']; // every reader was just gone through
}

/** Every story begins when a week of work does. */
export const mondayMorning = (tell: Localized = itIsMonday): Step => ({ by: 'customer', clock: 'monday', tell });

const itIsMonday: Localized = {
  en: 'It is Monday morning at Harbour Office.',
  'zh-CN': '海港办公，星期一上午。',
  'zh-TW': '海港辦公，星期一上午。',
};

export interface Scenario {
  id: string;
  title: Localized;
  /** In one sentence, what it shows. */
  summary: Localized;
  cast: Record<'en' | 'zh', Record<Part, Player>>;
  steps: Step[];
}
