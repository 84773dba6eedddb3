import type { OrderKind } from '../orders/states.ts';
import type { CatalogueIndex } from './search.ts';
import type { Localized } from '../text/locale.ts';
import type { SpecKey } from '../notes/reading.ts';

/** One thing a customer may choose about a product. */
export interface Option {
  key: SpecKey;
  label: Localized;
  /** Closed list of choices; absent for free text (an engraving) or a measure. */
  choices?: { value: string; label: Localized; aliases: string[] }[];
  /** A measure the product can be made to, in `unit`, both ends included. */
  range?: { min: number; max: number; unit: string };
  /** Longest free text, in characters. */
  maxLength?: number;
  required: boolean;
}

/** What an option costs beyond the price: per unit and once per line, minor units of the price list's currency. */
export interface CustomCost {
  key: SpecKey;
  /** Only for this choice; absent: for any value of the option. */
  value?: string;
  perUnit: number;
  once: number;
  /** Working days it adds to the lead time. */
  extraDays: number;
}

export interface Product {
  sku: string;
  kind: OrderKind;
  names: Localized;
  aliases: string[];
  unit: string;
  options: Option[];
  customCosts: CustomCost[];
  /** Working days until a unit that is not in stock is ready; for a service, until the earliest slot. */
  leadDays: number;
  tips: Localized | null;
  substitutes: string[];
}

/** A product's price on one list, minor units. Below `floor` nobody may sell without a reason. */
export interface Price {
  sku: string;
  currency: string;
  unit: bigint;
  floor: bigint;
}

/** What is sold as of a version of the catalogue, with the index that finds it in people's words. */
export interface Catalogue {
  version: bigint;
  products: Map<string, Product>;
  index: CatalogueIndex;
}
