import { useState } from 'preact/hooks';
import { locales, type Locale } from '#core/text/locale.ts';
import { calls } from './calls.ts';
import { ClockControls } from './clock-controls.tsx';
import { Icon } from './icons.tsx';
import { reasonOf, useSpeech } from './language.tsx';
import type { Live } from './live.ts';
import { Modal } from './modal.tsx';
import { words } from './words.ts';

/** Brand, clock, language, and the way back to a fresh business. */
export function Bar({ live, setLocale }: { live: Live; setLocale(locale: Locale): void }) {
  const speech = useSpeech();
  const { locale, words: w } = speech;
  const [asking, setAsking] = useState(false);
  return (
    <header class="bar">
      <div class="brand">
        <img src="/playground/icon.svg" alt="" width="26" height="26" />
        <h1>Orderly</h1>
        <span class="tag" title={w.tagline}>
          {w.playground}
        </span>
      </div>
      {live.state && <ClockControls now={live.state.now} next={live.state.next} canMove={live.state.demo} refresh={live.refresh} />}
      <div class="bar-end">
        <label class="picker" title={w.language}>
          <Icon name="globe" />
          <span class="aside">{w.language}</span>
          <select value={locale} onChange={(event) => setLocale(locales.find((each) => each === event.currentTarget.value) ?? locale)}>
            {locales.map((each) => (
              <option key={each} value={each} lang={each}>
                {words[each].languageName}
              </option>
            ))}
          </select>
          <span class="picked" aria-hidden="true">
            {words[locale].languageName}
          </span>
          <Icon name="chevron" />
        </label>
        {live.state?.demo && (
          <button type="button" class="quiet reset" onClick={() => setAsking(true)}>
            <Icon name="reset" />
            <span>{w.reset}</span>
          </button>
        )}
      </div>
      {asking && <ResetDialog close={() => setAsking(false)} refresh={live.refresh} />}
    </header>
  );
}

function ResetDialog({ close, refresh }: { close(): void; refresh(): void }) {
  const speech = useSpeech();
  const { words: w } = speech;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const startOver = async () => {
    setBusy(true);
    try {
      await calls.reset({ locale: speech.locale });
      refresh();
      close();
    } catch (error) {
      setProblem(reasonOf(error, speech));
      setBusy(false);
    }
  };
  return (
    <Modal title={w.resetTitle} close={close}>
      <p>{w.resetText}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="modal-end">
        <button type="button" class="press" onClick={close}>
          {w.cancel}
        </button>
        <button type="button" class="press danger solid" aria-busy={busy} disabled={busy} onClick={() => void startOver()}>
          {w.reset}
        </button>
      </div>
    </Modal>
  );
}
