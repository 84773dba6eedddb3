import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { reasonOf, useSpeech } from './language.tsx';
import { Modal } from './modal.tsx';
import { scenarios } from './scenarios/list.ts';
import type { Tour } from './use-tour.ts';
import { filled } from './words.ts';

/** The guided tour as one strip above the panes: what there is to see, and then one sentence for every step. */
export function TourStrip({ tour }: { tour: Tour }) {
  const { words: w } = useSpeech();
  return (
    <section class="tour" aria-label={w.tour} data-under-way={tour.scenario !== null}>
      {tour.scenario ? <UnderWay tour={tour} /> : <Choices tour={tour} />}
      {tour.asking && <FreshDialog tour={tour} />}
    </section>
  );
}

function Choices({ tour }: { tour: Tour }) {
  const { words: w, locale } = useSpeech();
  return (
    <>
      <h2 class="tour-title">{w.tourTitle}</h2>
      <ul class="tour-choices">
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <button type="button" title={scenario.summary[locale]} onClick={() => tour.choose(scenario)}>
              <Icon name="play" />
              {scenario.title[locale]}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnderWay({ tour }: { tour: Tour }) {
  const { words: w, locale } = useSpeech();
  const { scenario, at, sentence, phase, isOver, playing, trouble } = tour;
  const steps = useRef<HTMLDivElement>(null);
  const isAtAnEnd = isOver || phase === 'failed';
  // the button that had the focus is gone: the next one to press takes it over
  useEffect(() => {
    if (document.activeElement === document.body)
      steps.current?.querySelector<HTMLElement>('.primary, .press')?.focus({ preventScroll: true });
  }, [isAtAnEnd, scenario?.id]);
  if (!scenario) return null;
  const count = scenario.steps.length;
  const isBusy = phase === 'doing';
  return (
    <>
      <div class="tour-told">
        <h2 class="tour-title">
          {scenario.title[locale]}
          <span class="soft">{at === 0 ? null : filled(w.stepOf, { at: String(at), count: String(count) })}</span>
        </h2>
        <p class="tour-sentence" role="status">
          {sentence}
        </p>
        {trouble && (
          <p class="problem" role="alert">
            {trouble}
          </p>
        )}
      </div>
      <div class="tour-steps" role="group" aria-label={w.tour} ref={steps}>
        {isAtAnEnd ? (
          <button type="button" class="press" onClick={tour.again}>
            <Icon name="reset" />
            {w.restart}
          </button>
        ) : (
          <>
            <button type="button" class="press" aria-pressed={playing} onClick={() => tour.play(!playing)}>
              <Icon name={playing ? 'pause' : 'play'} />
              {playing ? w.pause : w.play}
            </button>
            <button
              type="button"
              class="press primary"
              aria-busy={isBusy}
              aria-disabled={isBusy || playing}
              onClick={() => !isBusy && !playing && void tour.next()}
            >
              {w.nextStep}
            </button>
            {at > 0 && (
              <button type="button" class="quiet round" aria-label={w.restart} title={w.restart} onClick={tour.again}>
                <Icon name="reset" />
              </button>
            )}
          </>
        )}
        <button type="button" class="quiet round" aria-label={w.stop} title={w.stop} onClick={tour.stop}>
          <Icon name="close" />
        </button>
      </div>
      <span class="tour-progress" style={{ '--done': String(at / count) }} />
    </>
  );
}

/** What was said before may lead a scenario astray: a fresh business is offered first. */
function FreshDialog({ tour }: { tour: Tour }) {
  const speech = useSpeech();
  const { words: w } = speech;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const answer = async (startOver: boolean) => {
    setBusy(true);
    try {
      await tour.answer(startOver);
    } catch (error) {
      setProblem(reasonOf(error, speech));
      setBusy(false);
    }
  };
  return (
    <Modal title={w.freshTitle} close={() => void tour.answer(null)}>
      <p>{w.freshText}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="modal-end">
        <button type="button" class="press" aria-disabled={busy} onClick={() => !busy && void answer(false)}>
          {w.goOn}
        </button>
        <button type="button" class="press primary" aria-busy={busy} aria-disabled={busy} onClick={() => !busy && void answer(true)}>
          {w.startOver}
        </button>
      </div>
    </Modal>
  );
}
