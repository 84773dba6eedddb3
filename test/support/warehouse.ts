import { expect } from 'vitest';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import { buttonsOf, type Office } from './desk.ts';

/** The channel in which the warehouse reads. */
export const warehouse = { platform: 'slack' as const, conversation: 'warehouse' };

/** What journeys of goods ask again and again. */
export function goodsOf(office: () => Office) {
  const sql = () => office().database.sql;
  return {
    /** Orders in words and confirms; the new order's number. */
    async order(person: string, words: string): Promise<string> {
      await office().say(person, words);
      expect(await office().press(person, 'confirm')).toEqual({ ok: true });
      const [row] = await sql()<
        { number: string }[]
      >`select number from orders order by submitted_at desc nulls last, created_at desc, id desc limit 1`;
      if (!row) throw new Error('nothing was ordered');
      return row.number;
    },
    async stateOf(number: string): Promise<string | undefined> {
      const [row] = await sql()<{ state: string }[]>`select state from orders where number = ${number}`;
      return row?.state;
    },
    /** Counters of the order's lines as `SKU wanted/allocated/shipped/delivered`. */
    async counters(number: string): Promise<string[]> {
      const rows = await sql()<{ text: string }[]>`
        select l.sku || ' ' || (l.quantity - l.cancelled) || '/' || l.allocated || '/' || l.shipped || '/' || l.delivered as text
        from order_lines l
        join orders o on o.id = l.order_id
        where o.number = ${number}
        order by l.position`;
      return rows.map(({ text }) => text);
    },
    async stock(sku: string, levels: Record<string, number>): Promise<void> {
      for (const [location, onHand] of Object.entries(levels)) {
        await sql()`
          insert into stock_moves (id, location, sku, kind, quantity, at)
          select gen_random_uuid(), location, sku, case when on_hand < ${onHand} then 'receive' else 'adjust' end, abs(${onHand} - on_hand), now()
          from stock_levels where location = ${location} and sku = ${sku} and on_hand <> ${onHand}`;
        await sql()`update stock_levels set on_hand = ${onHand} where location = ${location} and sku = ${sku}`;
      }
    },
    async onHand(sku: string): Promise<string> {
      const rows = await sql()<{ text: string }[]>`
        select location || ' ' || allocated || '/' || on_hand as text from stock_levels where sku = ${sku} order by location`;
      return rows.map(({ text }) => text).join(', ');
    },
    /** The newest message to a person that contains all of these words. */
    async told(person: string, ...parts: string[]): Promise<StoredMessage> {
      const message = (await office().sees(person)).findLast(({ text }) => parts.every((part) => text.includes(part)));
      if (!message) throw new Error(`${person} never read ${parts.join(' … ')}`);
      return message;
    },
    async pickList(number: string): Promise<StoredMessage> {
      const message = (await office().sees('omar', warehouse)).findLast(({ text }) =>
        new RegExp(`^(?:拣货单|服务单) ${number} `).test(text),
      );
      if (!message) throw new Error(`the warehouse never read of ${number}`);
      return message;
    },
    labelsOf: (message: StoredMessage): string[] => buttonsOf(message).map(({ label }) => label),
    tokenOf: (message: StoredMessage, label: string): string => {
      const button = buttonsOf(message).find((one) => one.label.includes(label));
      if (!button) throw new Error(`there is no button ${label} on: ${message.text}`);
      return button.token;
    },
    /** Throws what of the books does not agree: levels with moves and allocations, lines with allocations and with each other. */
    async booksAgree(): Promise<void> {
      const rows = await sql()<{ fault: string }[]>`
        select 'kept ' || s.location || ' ' || s.sku as fault
        from stock_levels s
        where s.allocated <> (select coalesce(sum(quantity), 0) from allocations a where a.location = s.location and a.sku = s.sku)
        union all
        select 'level ' || s.location || ' ' || s.sku
        from stock_levels s
        where s.on_hand <> (
          select coalesce(sum(case kind when 'receive' then quantity when 'return' then quantity when 'ship' then -quantity when 'adjust' then -quantity else 0 end), 0)
          from stock_moves m where m.location = s.location and m.sku = s.sku)
        union all
        select 'line ' || l.id
        from order_lines l
        join products p on p.sku = l.sku
        join orders o on o.id = l.order_id
        where o.platform <> 'import'
          and (l.allocated + l.cancelled > l.quantity or l.shipped + l.cancelled > l.quantity or l.delivered > l.shipped
          or (p.kind = 'goods' and l.allocated - l.shipped <> (select coalesce(sum(quantity), 0) from allocations a where a.order_line = l.id)))
        union all
        select 'shipments ' || l.id
        from order_lines l
        join orders o on o.id = l.order_id
        where o.platform <> 'import'
          and (l.shipped, l.delivered) <> (
            select coalesce(sum(p.quantity), 0), coalesce(sum(p.quantity) filter (where s.delivered_at is not null), 0)
            from shipments s, jsonb_to_recordset(s.lines) as p (id uuid, quantity numeric)
            where s.order_id = o.id and p.id = l.id)
        union all
        select 'delivered ' || o.number
        from orders o
        where o.state in ('delivered', 'completed')
          and exists (select from order_lines l where l.order_id = o.id and l.delivered < l.quantity - l.cancelled)
        union all
        select 'total ' || o.number
        from orders o
        where o.number is not null and o.platform <> 'import'
          and o.total <> (select coalesce(sum(round(l.unit_price * (l.quantity - l.cancelled)) + l.custom_cost), 0) from order_lines l where l.order_id = o.id)`;
      if (rows.length > 0) throw new Error(rows.map(({ fault }) => fault).join('; '));
    },
  };
}
