import { calls } from './calls.ts';
import { Nothing } from './nothing.tsx';
import { dateOf, dayOf, timeOf, useSpeech } from './language.tsx';
import { type Live } from './live.ts';
import { useAsked } from './told.ts';
import { OrderPicker, type OrderPanel } from './order-picker.tsx';

/** Everything that happened to an order, newest first: who did what where, what changed, and why. */
export function TimelinePanel({ live, ...panel }: OrderPanel & { live: Live }) {
  const speech = useSpeech();
  const { words: w, locale, timeZone } = speech;
  const { order } = panel;
  const look = useAsked(`${order?.id} ${locale}`, live.turn, async () => (order ? calls.order(order.id, locale) : null));
  if (!order) return <Nothing text={w.noOrders} />;
  return (
    <>
      <OrderPicker {...panel} />
      {look?.happened.length === 0 && <Nothing text={w.nothingHappened} />}
      <ol class="timeline">
        {look?.happened.toReversed().map(({ id, at, text }) => {
          const [head = '', ...details] = text.split('\n');
          return (
            <li key={id}>
              <time dateTime={at}>
                <span>{dateOf(dayOf(at, timeZone), speech)}</span> {timeOf(at, speech)}
              </time>
              <div>
                {/* the time stands beside it */}
                <p>{head.replace(/^\*\*[^*]*\*\* /, '')}</p>
                {details.length > 0 && (
                  <ul>
                    {details.map((detail, index) => (
                      <li key={index}>{detail.replace(/^• /, '')}</li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
