import * as z from 'zod';

export interface ModelSettings {
  /** Null for a server of one's own that asks for none. */
  apiKey: string | null;
  /** Null: OpenAI itself. */
  baseUrl: string | null;
  model: string;
  /** Per million tokens; null: not known. */
  prices: { input: number; cached: number; output: number } | null;
  /** Null: as much as it takes. */
  budget: { day: number | null; month: number | null };
  currency: string;
}

const usualModel = 'gpt-4.1-mini';

const amount = z
  .string()
  .regex(/^\d{1,7}(?:\.\d{1,6})?$/, 'must be an amount such as 0.40')
  .transform(Number)
  .optional();
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The settings of a model that reads notes; all of them may be missing. */
export const modelShape = {
  ORDERLY_READER: z.enum(['rules', 'replay', 'model'], 'must be rules, replay or model').optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:11434/v1' }).optional(),
  ORDERLY_MODEL: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_INPUT_PRICE: amount,
  OPENAI_CACHED_PRICE: amount,
  OPENAI_OUTPUT_PRICE: amount,
  OPENAI_DAILY_BUDGET: amount,
  OPENAI_MONTHLY_BUDGET: amount,
  OPENAI_CURRENCY: z
    .string()
    .refine((code) => currencies.has(code), 'must be a currency code of three capital letters, for example EUR')
    .default('USD'),
};

/** Null with neither a key nor an address; a sentence where what is given does not suffice. */
export function modelSettings(given: z.output<z.ZodObject<typeof modelShape>>): ModelSettings | string | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_INPUT_PRICE: input, OPENAI_OUTPUT_PRICE: output } = given;
  const { OPENAI_DAILY_BUDGET: day = null, OPENAI_MONTHLY_BUDGET: month = null } = given;
  const named = given.ORDERLY_MODEL ?? given.OPENAI_MODEL;
  if (apiKey === undefined && baseUrl === undefined)
    return given.ORDERLY_READER === 'model'
      ? 'ORDERLY_READER=model needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that asks for no key.'
      : null;
  if (baseUrl !== undefined && named === undefined) return 'OPENAI_BASE_URL needs ORDERLY_MODEL, the name of the model on that server.';
  const prices = input === undefined || output === undefined ? null : { input, output, cached: given.OPENAI_CACHED_PRICE ?? input };
  if ((day !== null || month !== null) && !prices)
    return `${day === null ? 'OPENAI_MONTHLY_BUDGET' : 'OPENAI_DAILY_BUDGET'} needs OPENAI_INPUT_PRICE and OPENAI_OUTPUT_PRICE: without prices nobody knows what is spent.`;
  return {
    apiKey: apiKey ?? null,
    baseUrl: baseUrl ?? null,
    model: named ?? usualModel,
    prices,
    budget: { day, month },
    currency: given.OPENAI_CURRENCY,
  };
}
