import { useEffect, useState } from 'preact/hooks';
import { locales, nearestLocale, type Locale } from '#core/text/locale.ts';
import { Icon } from '../icons.tsx';
import { SpeechContext, useSpeech } from '../language.tsx';
import { useRemembered } from '../memory.ts';
import { words } from '../words.ts';
import type { Seat } from './calls.ts';
import { Places, useUnread } from './places.tsx';
import { Talk } from './talk.tsx';
import { useStage } from './use-stage.ts';
import { useWords } from './words.ts';

const readLocale = (kept: unknown): Locale | null => locales.find((locale) => locale === kept) ?? null;

/** Somebody plays the people of the emulated platforms, one conversation at a time. */
export function App() {
  const [locale, setLocale] = useRemembered('rehearsal.language', readLocale, () => nearestLocale(navigator.languages));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <SpeechContext.Provider value={{ locale, words: words[locale], timeZone }}>
      <Rehearsal setLocale={setLocale} />
    </SpeechContext.Provider>
  );
}

function Rehearsal({ setLocale }: { setLocale(locale: Locale): void }) {
  const w = useWords();
  const { state, turn, offline, refresh } = useStage();
  const [picked, setPicked] = useState<Seat | null>(null);
  const [first] = state ?? [];
  const [place] = first?.places ?? [];
  const seat = picked ?? (first && place ? { channel: first.channel, place: place.id, as: place.members[0] ?? '' } : null);
  const isUnread = useUnread(state ?? [], seat);
  const platform = state?.find(({ channel }) => channel === seat?.channel);
  return (
    <div class="app rehearsal">
      <header class="bar">
        <div class="brand">
          <img src="/icon.svg" width="24" height="24" alt="" />
          <h1>Orderly</h1>
          <span class="tag">{w.rehearsal}</span>
        </div>
        <p class="rehearsal-line">{w.tagline}</p>
        <LanguagePicker setLocale={setLocale} />
      </header>
      {offline && (
        <p class="offline" role="status">
          {w.gone}
        </p>
      )}
      {state && seat && platform && (
        <div class="stage">
          <Places state={state} seat={seat} pick={setPicked} isUnread={isUnread} refresh={refresh} />
          <Talk key={`${seat.channel} ${seat.place}`} platform={platform} seat={seat} turn={turn} pick={setPicked} refresh={refresh} />
        </div>
      )}
    </div>
  );
}

function LanguagePicker({ setLocale }: { setLocale(locale: Locale): void }) {
  const { locale, words: w } = useSpeech();
  return (
    <label class="picker">
      <Icon name="globe" />
      <span class="aside">{w.language}</span>
      <select value={locale} onChange={(event) => setLocale(readLocale(event.currentTarget.value) ?? 'en')}>
        {locales.map((each) => (
          <option key={each} value={each} lang={each}>
            {words[each].languageName}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </label>
  );
}
