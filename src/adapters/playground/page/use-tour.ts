import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { inLanguage } from '#core/text/locale.ts';
import type { PlaygroundState } from '../answers.ts';
import { calls } from './calls.ts';
import type { Looking } from './drawer.tsx';
import { reasonOf, useSpeech } from './language.tsx';
import type { Live } from './live.ts';
import { useRemembered } from './memory.ts';
import type { Place } from './places.ts';
import { scenarios } from './scenarios/list.ts';
import { parts, type Part, type Scenario } from './scenarios/scenario.ts';
import { begin, LostThread, named, orderOf, perform, Refused, speechFor, stageOf, wasUsed, type Eye, type Run } from './tour.ts';

/** Where the eye is led: words being typed in a pane, or a button about to be pressed. */
export type Led = { part: Part; text: string } | { part: Part; message: string; token: string } | null;
export const LedContext = createContext<Led>(null);

/** Whether this button of this pane's message is about to be pressed by the tour. */
export function useIsLed(token: string): boolean {
  const led = useContext(LedContext);
  return led !== null && 'token' in led && led.token === token;
}

export interface Tour {
  scenario: Scenario | null;
  /** How many steps were begun. */
  at: number;
  /** What is to be seen now, in the reader's words. */
  sentence: string;
  phase: 'ready' | 'doing' | 'failed';
  isOver: boolean;
  playing: boolean;
  trouble: string | null;
  /** Whose pane is to be watched. */
  watched: Part | null;
  led: Led;
  /** Null where the scenario may begin at once; otherwise it is asked first whether to start over. */
  asking: Scenario | null;
  choose(scenario: Scenario): void;
  answer(startOver: boolean | null): Promise<void>;
  next(): Promise<void>;
  play(playing: boolean): void;
  again(): void;
  stop(): void;
}

interface Around {
  live: Live;
  state: PlaygroundState;
  places: Place[];
  show(places: Place[], active: number): void;
  look(next: Partial<Looking>): void;
}

/** The guided tour: which scenario, how far, and what it does next. */
export function useTour(around: Around): Tour {
  const { live, state } = around;
  const speech = useSpeech();
  const { words: w, locale } = speech;
  const [run, setRun] = useRemembered<Run | null>('tour', readRun, () => null);
  const [phase, setPhase] = useState<Tour['phase']>('ready');
  const [playing, setPlaying] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asking, setAsking] = useState<Scenario | null>(null);
  const [led, setLed] = useState<Led>(null);
  const latest = useRef(around);
  latest.current = around;
  /** Rises when a scenario is left: what is still under way of it is not gone on with. */
  const turn = useRef(0);
  const scenario = scenarios.find(({ id }) => id === run?.scenario) ?? null;
  const step = scenario && run ? scenario.steps[run.at - 1] : null;
  const isOver = scenario !== null && run !== null && run.at >= scenario.steps.length;
  const template = inLanguage(step?.tell ?? scenario?.summary, locale) ?? '';
  const sentence = scenario && run ? named(template, run, scenario, state) : '';

  const quit = (next: Run | null): void => {
    turn.current += 1;
    setRun(next);
    setPhase('ready');
    setPlaying(false);
    setTrouble(null);
    setLed(null);
  };
  const start = (chosen: Scenario, now: PlaygroundState): void => {
    const speaks = speechFor(locale);
    quit(begin(chosen, speaks, now));
    const { customer, colleague, third } = stageOf(chosen, speaks, latest.current.places, now);
    latest.current.show([customer, colleague, third], 0);
    latest.current.look({ panel: null, order: null });
  };

  const next = async (): Promise<void> => {
    const coming = run && scenario?.steps[run.at];
    if (!run || !scenario || !coming || phase === 'doing') return;
    const mine = turn.current;
    const going = (): boolean => turn.current === mine;
    setPhase('doing');
    setTrouble(null);
    const eye = eyeOf(setLed, going);
    try {
      const before = await calls.state();
      // counted before it is done: a page that is loaded anew meanwhile says nothing twice
      const begun = { ...run, at: run.at + 1, order: orderOf(run, scenario, before) };
      if (!going()) return;
      setRun(begun);
      const stage = stageOf(scenario, run.speech, latest.current.places, before);
      latest.current.show(
        parts.map((part) => stage[part]),
        parts.indexOf(coming.by),
      );
      latest.current.look({ panel: coming.open ?? null, order: begun.order, only: coming.only ?? null });
      await perform(coming, { run: begun, scenario, stage, state: before, eye });
      const order = orderOf(begun, scenario, await calls.state());
      if (!going()) return;
      setRun({ ...begun, order });
      latest.current.look({ order });
      setPhase('ready');
    } catch (error) {
      if (!going()) return;
      setTrouble(error instanceof LostThread ? w.lostThread : error instanceof Refused ? error.message : reasonOf(error, speech));
      setPhase('failed');
      setPlaying(false);
    } finally {
      if (going()) setLed(null);
      live.refresh();
    }
  };

  useEffect(() => {
    if (!playing || phase !== 'ready') return;
    if (isOver) return setPlaying(false);
    // at the beginning the reader has just chosen; later there is something to look at
    const timer = setTimeout(() => void next(), run?.at === 0 ? 400 : readingMs(sentence));
    return () => clearTimeout(timer);
  }, [playing, phase, run?.at]);

  return {
    scenario,
    at: run?.at ?? 0,
    sentence,
    phase,
    isOver,
    playing,
    trouble,
    watched: scenario && run && run.at > 0 ? (step?.by ?? null) : null,
    led,
    asking,
    choose(chosen) {
      if (wasUsed(state)) setAsking(chosen);
      else start(chosen, state);
    },
    async answer(startOver) {
      const chosen = asking;
      if (startOver === true) await calls.reset({ locale });
      setAsking(null);
      if (!chosen || startOver === null) return;
      start(chosen, startOver ? await calls.state() : state);
      live.refresh();
    },
    next,
    play: setPlaying,
    again: () => setAsking(scenario),
    stop() {
      quit(null);
      latest.current.look({ panel: null });
    },
  };
}

/** As long as somebody needs to read the sentence and to see what changed. */
const readingMs = (sentence: string): number => {
  // a Chinese character says as much as several letters
  const weight = sentence.length + 2 * (sentence.match(/\p{Script=Han}/gu)?.length ?? 0);
  return Math.min(9_000, 2_000 + 45 * weight);
};

/** Leads the eye at a pace at which somebody can follow; leaves off as soon as the scenario is left. */
function eyeOf(setLed: (led: Led) => void, going: () => boolean): Eye {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const pause = async (ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (!going()) throw new LostThread();
  };
  return {
    async typing(part, text) {
      const signs = Array.from(text);
      const strokes = isCalm ? 1 : Math.min(signs.length, 24);
      for (let stroke = 1; stroke <= strokes; stroke++) {
        setLed({ part, text: signs.slice(0, Math.ceil((signs.length * stroke) / strokes)).join('') });
        await pause(40);
      }
      await pause(300);
      setLed(null);
    },
    async pointing(part, message, token) {
      setLed({ part, message, token });
      await pause(700);
    },
  };
}

/** What was kept from last time, where it still is a scenario under way. */
function readRun(kept: unknown): Run | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { scenario, speech, at, order, before } = kept as Record<string, unknown>; // any object may be asked for its members
  const isRun =
    scenarios.some(({ id }) => id === scenario) &&
    (speech === 'en' || speech === 'zh') &&
    Number.isInteger(at) &&
    (order === null || typeof order === 'string') &&
    Array.isArray(before);
  return isRun ? (kept as Run) : null; // looked at member by member above
}
