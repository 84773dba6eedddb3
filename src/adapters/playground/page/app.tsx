import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { locales, nearestLocale, type Locale } from '#core/text/locale.ts';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import { Bar } from './bar.tsx';
import { Drawer, panels, type Looking } from './drawer.tsx';
import { calls } from './calls.ts';
import { SpeechContext, useSpeech } from './language.tsx';
import { useLive, type Live } from './live.ts';
import { useRemembered } from './memory.ts';
import { Pane } from './pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { openingPlaces, placesNow, readPlaces, type Place } from './places.ts';
import { useSeen } from './seen.ts';
import { parts } from './scenarios/scenario.ts';
import { TourStrip } from './tour-strip.tsx';
import { wasUsed } from './tour.ts';
import { LedContext, useTour } from './use-tour.ts';
import { words } from './words.ts';

/** The whole page: the clock above, people side by side, their orders below. */
export function App() {
  const live = useLive();
  const readLocale = (kept: unknown) => locales.find((locale) => locale === kept) ?? null;
  const [locale, setLocale] = useRemembered<Locale>('language', readLocale, () => nearestLocale(navigator.languages));
  const timeZone = live.state?.timeZone ?? 'UTC';
  const speech = useMemo(() => ({ locale, words: words[locale], timeZone }), [locale, timeZone]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = `Orderly · ${words[locale].playground}`;
  }, [locale]);

  // the team's channels are read by whoever looks: they speak the language of the page, of the first page and of whoever chooses another
  const opened = useRef<Locale | null>(locale);
  const isDemo = live.state?.demo ?? false;
  const spoken = live.state?.language;
  useEffect(() => {
    if (locale !== opened.current) opened.current = null;
    const isChosen = opened.current === null;
    if (!isDemo || spoken === locale || (!isChosen && live.state && wasUsed(live.state))) return;
    calls.language({ locale }).catch(() => {}); // they go on in the language they had
  }, [locale, isDemo]);

  return (
    <SpeechContext.Provider value={speech}>
      <div class="app">
        <Bar live={live} setLocale={setLocale} />
        {live.offline && (
          <p class="offline" role="status">
            {speech.words.offline}
          </p>
        )}
        {live.state ? <Floor live={live} state={live.state} /> : <main class="floor" aria-busy="true" />}
      </div>
    </SpeechContext.Provider>
  );
}

function Floor({ live, state }: { live: Live; state: PlaygroundState }) {
  const { words: w } = useSpeech();
  const [kept, setPlaces] = useRemembered<Place[]>('panes', readPlaces, () => openingPlaces(state));
  const [active, setActive] = useState(0);
  const [looking, setLooking] = useRemembered<Looking>('looking', readLooking, () => ({ panel: null, order: null, only: null }));
  const [said, setSaid] = useState<Record<number, PlaygroundMessage[]>>({});
  const [picked, setPicked] = useState<string | null>(null);
  const seen = useSeen();
  const places = placesNow(state, kept);
  const put = (index: number, place: Place) => setPlaces(places.map((before, at) => (at === index ? place : before)));
  const look = (next: Partial<Looking>) => setLooking((before) => ({ ...before, ...next }));
  const show = (next: Place[], watched: number) => {
    setPlaces([...next, ...places.slice(next.length)]);
    setActive(watched);
  };
  const tour = useTour({ live, state, places, show, look });

  if (places.length === 0)
    return (
      <main class="floor nobody">
        <h2>{w.nobody}</h2>
        <p>{w.nobodyText}</p>
        <pre>npm run --silent orderly -- people add "Mei Lin" --customer --platform telegram --user mei</pre>
      </main>
    );
  const message =
    Object.values(said)
      .flat()
      .find(({ id }) => id === picked) ?? said[active]?.findLast(({ card }) => card !== null);
  return (
    <LedContext.Provider value={tour.led}>
      {state.demo && <TourStrip tour={tour} />}
      <PaneTabs state={state} places={places} active={active} seen={seen} pick={setActive} />
      <main class="floor">
        {places.map((place, index) => (
          <Pane
            key={index}
            number={index}
            place={place}
            state={state}
            live={live}
            active={index === active}
            watched={tour.watched !== null && parts[index] === tour.watched}
            seen={seen}
            put={(next) => put(index, next)}
            tell={(messages) => setSaid((before) => ({ ...before, [index]: messages }))}
            showPayload={(id) => {
              setPicked(id);
              look({ panel: 'payload' });
            }}
          />
        ))}
      </main>
      <Drawer state={state} live={live} looking={looking} look={look} message={message ?? null} />
    </LedContext.Provider>
  );
}

function readLooking(kept: unknown): Looking | null {
  if (typeof kept !== 'object' || kept === null || !('panel' in kept)) return null;
  return { panel: panels.find((panel) => panel === kept.panel) ?? null, order: null, only: null };
}
