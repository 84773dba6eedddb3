import type { Draft } from '../../notes/request/change/work.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import type { Locale } from '../../text/locale.ts';
import { orderedOf, type Order } from '../order.ts';
import { namesOf } from '../placing/lines.decide.ts';

/** The lines of a placed order as words are read against: what is left of each, and how it is made. */
export const standingLines = ({ lines }: Order, context: RequestContext, locale: Locale): Draft['lines'] =>
  lines
    .filter((line) => orderedOf(line) > 0)
    .map((line) => ({
      id: line.id,
      sku: line.sku ?? '',
      names: namesOf(line, context.products, locale),
      quantity: orderedOf(line),
      options: line.options,
    }));
