import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PlaygroundMessage, PlaygroundState } from '../answers.ts';
import { Icon } from './icons.tsx';
import { useInSight } from './in-sight.ts';
import { useSpeech } from './language.tsx';
import type { Live } from './live.ts';
import { OrderCounts, OrderTable } from './panel-orders.tsx';
import { CallsPanel } from './panel-calls.tsx';
import { NotePanel } from './panel-note.tsx';
import { OutboxPanel } from './panel-outbox.tsx';
import { PayloadPanel } from './panel-payload.tsx';
import { SchedulePanel } from './panel-schedule.tsx';
import { TimelinePanel } from './panel-timeline.tsx';

export const panels = ['orders', 'timeline', 'note', 'outbox', 'schedule', 'models', 'payload'] as const;
export type Panel = (typeof panels)[number];

/** What is looked at behind the cards: nothing while `panel` is null. */
export interface Looking {
  panel: Panel | null;
  /** The id of the order that is looked at; null for the newest. */
  order: string | null;
  /** The state of the messages that are shown alone; null for all. */
  only: string | null;
}

interface Props {
  state: PlaygroundState;
  live: Live;
  looking: Looking;
  look(next: Partial<Looking>): void;
  /** The message whose payload is shown. */
  message: PlaygroundMessage | null;
}

/** What stands behind the cards, below the panes: one strip of tabs that opens into a panel. */
export function Drawer({ state, live, looking, look, message }: Props) {
  const { words: w } = useSpeech();
  const { panel } = looking;
  const chosen = state.orders.find(({ id }) => id === looking.order) ?? state.orders[0] ?? null;
  const tabs = useRef<HTMLDivElement>(null);
  useInSight(tabs, '[aria-selected="true"]', panel);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') return look({ panel: null });
    if (!step) return;
    event.preventDefault();
    const from = panels.findIndex((each) => tabs.current?.querySelector(`#tab-${each}`) === document.activeElement);
    const next = panels[(from + step + panels.length) % panels.length];
    tabs.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <section class="drawer" aria-label={w.behind} data-open={panel !== null}>
      <div class="drawer-head">
        <div class="drawer-tabs" role="tablist" aria-label={w.behind} ref={tabs} onKeyDown={onKeyDown}>
          {panels.map((each) => (
            <button
              type="button"
              role="tab"
              key={each}
              id={`tab-${each}`}
              aria-selected={each === panel}
              aria-controls={each === panel ? 'panel' : undefined}
              tabIndex={each === (panel ?? 'orders') ? 0 : -1}
              onClick={() => look({ panel: each === panel ? null : each })}
            >
              {w.panel[each]}
              {each === 'orders' && <span class="count">{state.orders.length}</span>}
            </button>
          ))}
        </div>
        {panel === null ? (
          <OrderCounts orders={state.orders} />
        ) : (
          <button type="button" class="quiet round" aria-label={w.close} title={w.close} onClick={() => look({ panel: null })}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {panel && (
        <PanelBody panel={panel}>
          {panel === 'orders' && (
            <OrderTable
              orders={state.orders}
              people={state.people}
              chosen={chosen?.id ?? null}
              choose={(order) => look({ order, panel: 'timeline' })}
            />
          )}
          {panel === 'timeline' && <TimelinePanel state={state} live={live} order={chosen} choose={(order) => look({ order })} />}
          {panel === 'note' && <NotePanel state={state} live={live} order={chosen} choose={(order) => look({ order })} />}
          {panel === 'outbox' && <OutboxPanel state={state} live={live} only={looking.only} show={(only) => look({ only })} />}
          {panel === 'schedule' && <SchedulePanel live={live} />}
          {panel === 'models' && <CallsPanel live={live} />}
          {panel === 'payload' && <PayloadPanel message={message} />}
        </PanelBody>
      )}
    </section>
  );
}

function PanelBody({ panel, children }: { panel: Panel; children: ComponentChildren }) {
  const body = useRef<HTMLDivElement>(null);
  // another panel begins at its beginning
  useEffect(() => body.current?.scrollTo(0, 0), [panel]);
  return (
    <div class={`panel panel-${panel}`} id="panel" role="tabpanel" aria-labelledby={`tab-${panel}`} tabIndex={0} ref={body}>
      {children}
    </div>
  );
}
