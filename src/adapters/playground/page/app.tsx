import { useEffect, useMemo, useState } from 'preact/hooks';
import { locales, type Locale } from '#core/text/locale.ts';
import type { PlaygroundState } from '../answers.ts';
import { Bar } from './bar.tsx';
import { browserLocale, SpeechContext, useSpeech } from './language.tsx';
import { useLive, type Live } from './live.ts';
import { useRemembered } from './memory.ts';
import { Orders } from './orders.tsx';
import { Pane } from './pane.tsx';
import { PaneTabs } from './pane-tabs.tsx';
import { openingPlaces, placesNow, readPlaces, type Place } from './places.ts';
import { useSeen } from './seen.ts';
import { words } from './words.ts';

/** The whole page: the clock above, people side by side, their orders below. */
export function App() {
  const live = useLive();
  const readLocale = (kept: unknown) => locales.find((locale) => locale === kept) ?? null;
  const [locale, setLocale] = useRemembered<Locale>('language', readLocale, () => browserLocale(navigator.languages));
  const timeZone = live.state?.timeZone ?? 'UTC';
  const speech = useMemo(() => ({ locale, words: words[locale], timeZone }), [locale, timeZone]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = `Orderly · ${words[locale].playground}`;
  }, [locale]);

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
  const seen = useSeen();
  const places = placesNow(state, kept);
  const put = (index: number, place: Place) => setPlaces(places.map((before, at) => (at === index ? place : before)));

  if (places.length === 0)
    return (
      <main class="floor nobody">
        <h2>{w.nobody}</h2>
        <p>{w.nobodyText}</p>
        <pre>npm run --silent orderly -- people add "Mei Lin" --customer --platform telegram --user mei</pre>
      </main>
    );
  return (
    <>
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
            seen={seen}
            put={(next) => put(index, next)}
          />
        ))}
      </main>
      <Orders orders={state.orders} people={state.people} />
    </>
  );
}
