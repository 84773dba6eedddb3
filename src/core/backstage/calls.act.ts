import { notMade } from '../notes/model/calls/outcomes.ts';
import { calledAs, outcomeWords, purposeWords } from '../notes/model/calls/calls.cards.ts';
import type { Status } from '../notes/reading.ts';
import type { SecondItem } from '../notes/model/second.ts';
import { claimWords, type SecondWords } from '../notes/model/second.cards.ts';
import { date } from '../text/format.ts';
import { inLanguage, type Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { DeskTurn } from '../turn.ts';
import type { CallRow } from './backstage.ts';
import { newestCalls } from './backstage.store.ts';

const most = 60;

/** One thing a model said, and what became of it. */
interface ItemLook {
  id: string;
  what: string;
  words: string | null;
  /** What the model itself said where that was not believed, shortened. */
  said: { quote: string; value: string | null } | null;
  status: Status;
  /** In the reader's words, with why it is not believed or who said so. */
  because: string;
}

/** A call of a model, in words and numbers; the items stand with the newest call about an order. */
export interface CallLook {
  id: string;
  at: Temporal.Instant;
  number: string | null;
  model: string;
  server: string;
  prompt: string;
  purpose: string;
  outcome: string;
  /** Whether there is an answer. */
  answered: boolean;
  tokens: { input: number; cached: number; output: number };
  cost: string | null;
  ms: number;
  /** How many calls like this one were not made in a row, and since when. */
  n: number;
  since: Temporal.Instant;
  items: ItemLook[];
}

/** What models were asked and what came of it, the newest first. Reads alone. */
export async function lookAtCalls(turn: DeskTurn, locale: Locale): Promise<CallLook[]> {
  const t = words(locale);
  const { products } = await turn.catalogue();
  const said: SecondWords = {
    t,
    locale,
    day: (iso) => date(Temporal.PlainDate.from(iso), locale),
    product: (sku) => inLanguage(products.get(sku)?.names, locale) ?? sku,
  };
  const shown = new Set<string>();
  return (await newestCalls(turn.tx, most)).map((row) => {
    const isNewest = row.orderId !== null && isOfNote(row) && !shown.has(row.orderId);
    if (isNewest && row.orderId !== null) shown.add(row.orderId);
    return inWords(row, isNewest ? (row.second?.items ?? []) : [], said);
  });
}

/** Calls that end in a reading; one that was not made has nothing to show. */
const isOfNote = ({ purpose, outcome }: CallRow): boolean =>
  (purpose === 'read' || purpose === 'repair') && !notMade.some((known) => known === outcome);

function inWords(row: CallRow, items: SecondItem[], said: SecondWords): CallLook {
  const { t, locale } = said;
  const { id, at, model, server, prompt, ms, outcome } = row;
  return {
    id,
    at,
    number: row.n > 1 ? null : row.number,
    model,
    server,
    prompt,
    purpose: purposeWords(row.purpose, t),
    outcome: outcomeWords(outcome, t),
    answered: outcome === 'answered' || outcome === 'cached',
    tokens: { input: row.inputTokens, cached: row.cachedTokens, output: row.outputTokens },
    cost: row.cost === null ? null : calledAs(row.cost, row.currency, locale),
    ms,
    n: row.n,
    since: row.since,
    items: [
      ...wishesOf(row, said),
      ...items.map((item) => ({
        id: item.id,
        what: claimWords(item, said),
        words: item.evidence?.text ?? null,
        said: item.status === 'rejected' ? (item.said ?? null) : null,
        status: item.status,
        because: becauseOf(item, said),
      })),
    ],
  };
}

/** What a model thought a message wanted: each chose a button at most. */
function wishesOf({ id, outcome, message }: CallRow, { t }: SecondWords): ItemLook[] {
  if (!message || (outcome !== 'answered' && outcome !== 'cached')) return [];
  return message.items.map(({ wish, evidence, status, rejected, said }, at) => {
    const what = t(`model:status.${status}`);
    const more = rejected ? t(`model:rejected.${rejected}`) : message.inTime ? null : t('unsure:tooLate');
    return {
      id: `${id}:${at}`,
      what: t(`unsure:button.${wish}`),
      words: evidence?.text ?? null,
      said: said === null ? null : { quote: said, value: null },
      status,
      because: more === null ? what : t('model:beside', { what, more }),
    };
  });
}

function becauseOf({ status, disagrees, rejected, answeredBy }: SecondItem, { t }: SecondWords): string {
  const more = [disagrees ? t('model:otherwise') : null, rejected ? t(`model:rejected.${rejected}`) : null, answeredBy].filter(
    (part) => part !== null,
  );
  const what = t(`model:status.${status}`);
  return more.length > 0 ? t('model:beside', { what, more: more.join(t('model:join')) }) : what;
}
