import { z } from 'zod';
import { platforms } from '#core/messages/incoming.ts';
import { orderKinds } from '#core/orders/states.ts';
import { customerTiers } from '#core/people/customer.ts';
import { specKeys } from '#core/notes/reading.ts';
import type { Product } from '#core/stock/catalogue.ts';
import { locales } from '#core/text/locale.ts';

const locale = z.enum(locales);
const localized = z.object({ en: z.string(), 'zh-CN': z.string(), 'zh-TW': z.string() });
const platform = z.enum(platforms);
const day = z.iso.date();

export const businessFile = z.object({
  name: localized,
  timeZone: z.string(),
  currency: z.string(),
  locale,
  orderPrefix: z.string(),
  intervals: z.array(z.object({ weekday: z.number(), opens: z.string(), closes: z.string() })),
  holidays: z.array(z.object({ day, name: z.string() })),
  servedZones: z.array(z.string()),
});

const sku = z.string().regex(/^[A-Z0-9][A-Z0-9._-]{0,39}$/);
const key = z.enum(specKeys);

export const productsFile = z.array(
  z.strictObject({
    sku,
    kind: z.enum(orderKinds),
    names: localized,
    aliases: z.array(z.string()),
    unit: z.string(),
    options: z.array(
      z.strictObject({
        key,
        label: localized,
        choices: z.array(z.strictObject({ value: z.string(), label: localized, aliases: z.array(z.string()) })).exactOptional(),
        range: z.strictObject({ min: z.number(), max: z.number(), unit: z.string() }).exactOptional(),
        maxLength: z.int().exactOptional(),
        required: z.boolean(),
      }),
    ),
    customCosts: z.array(z.strictObject({ key, value: z.string().exactOptional(), perUnit: z.int(), once: z.int(), extraDays: z.int() })),
    leadDays: z.int(),
    tips: localized.nullable(),
    substitutes: z.array(sku),
  }),
) satisfies z.ZodType<Product[]>;

export const pricesFile = z.record(z.string(), z.array(z.object({ sku: z.string(), unit: z.int(), floor: z.int() })));

export const stockFile = z.object({
  locations: z.array(z.object({ code: z.string(), names: localized, rank: z.int() })),
  levels: z.array(z.object({ location: z.string(), sku: z.string(), onHand: z.int() })),
  incoming: z.array(z.object({ location: z.string(), sku: z.string(), quantity: z.int(), inDays: z.int() })),
});

const person = { id: z.string(), name: z.string(), locale, preferred: platform, timeZone: z.string() };
const purpose = z.enum(['review', 'sales', 'legal', 'warehouse', 'digest']);
const role = z.enum(['customer_service', 'sales', 'legal', 'warehouse', 'manager', 'administrator']);

export const peopleFile = z.object({
  customers: z.array(
    z.object({
      ...person,
      company: z.string(),
      tier: z.enum(customerTiers),
      priceList: z.string(),
      creditLimit: z.int(),
      address: z.string(),
      /** The playground shows them; the others only have a past. */
      shown: z.boolean(),
    }),
  ),
  staff: z.array(
    z.object({
      ...person,
      /** Reads the language in which the demo was begun, whichever it is; the others have their own. */
      readsEverything: z.boolean().optional(),
      roles: z.array(z.object({ role, approvesTo: z.int().optional(), anything: z.boolean().optional() })),
    }),
  ),
  desk: z.array(z.object({ platform, key: z.string(), purpose })),
});

export const historyFile = z.array(
  z.object({
    customer: z.string(),
    /** Before today, in the business' zone. */
    daysAgo: z.int(),
    hour: z.int(),
    lines: z.array(z.object({ sku: z.string(), quantity: z.int() })),
    path: z.enum(['completed', 'delivered', 'in_transit', 'preparing', 'confirmed', 'cancelled', 'rejected']),
    paid: z.boolean(),
    note: z.string(),
  }),
);
