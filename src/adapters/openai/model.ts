import type OpenAI from 'openai';
import type { ModelFailure, ModelQuestion, ModelUsage, NoteModel } from '#core/ports.ts';

export interface OpenAiOptions {
  /** Null for a server of one's own that asks for none. */
  apiKey: string | null;
  /** Null: OpenAI itself. */
  baseUrl: string | null;
  model: string;
}

const openAi = 'https://api.openai.com/v1';

/** Each attempt; a second one is made where the first did not get through. The caller's signal ends both. */
const attemptMs = 8_000;

/** A model on any server that speaks the chat API of OpenAI. The SDK is loaded with the first question. */
export function openAiModel(options: OpenAiOptions): NoteModel {
  let client: Promise<OpenAI> | null = null;
  const { model } = options;
  return {
    server: serverOf(options),
    model,
    shape: null,
    async ask(question, signal) {
      const began = performance.now();
      const ms = (): number => performance.now() - began;
      try {
        client ??= openClient(options);
        const completions = (await client).chat.completions;
        const completion = await completions.create(bodyOf(question, options), { signal });
        return { ...answerOf(completion), ms: ms() };
      } catch (error) {
        return { ok: false, reason: await failureOf(error), usage: null, ms: ms() };
      }
    },
  };
}

/** The SDK, loaded when it is first needed. */
export async function openClient(
  { apiKey, baseUrl }: OpenAiOptions,
  // `worstOf` sets money aside for both attempts
  { maxRetries } = { maxRetries: 1 },
): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    // the SDK wants a key also where the server does not
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? openAi,
    organization: null,
    project: null,
    maxRetries,
    timeout: attemptMs,
    // it would write requests, which hold customers' words
    logLevel: 'off',
  });
}

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

function bodyOf({ messages, shape, schema, name, mostTokens }: ModelQuestion, { model, baseUrl }: OpenAiOptions): Body {
  const formats = {
    json_schema: { type: 'json_schema', json_schema: { name, schema: { ...schema }, strict: true } },
    json_object: { type: 'json_object' },
    text: null,
  } as const;
  const format = formats[shape];
  // OpenAI's newer models take neither `max_tokens` nor a temperature; most other servers know nothing else
  const limits = baseUrl === null ? { max_completion_tokens: mostTokens } : { max_tokens: mostTokens, temperature: 0 };
  return { model, messages, ...limits, ...(format ? { response_format: format } : {}) };
}

type Judged = { usage: ModelUsage | null } & ({ ok: true; text: string } | { ok: false; reason: ModelFailure });

/** A server may answer anything: nothing of its shape is taken for granted. */
function answerOf(completion: unknown): Judged {
  const read = completion as Partial<OpenAI.Chat.Completions.ChatCompletion> | null; // every part is checked below
  const usage = usageOf(read?.usage);
  const [choice] = Array.isArray(read?.choices) ? read.choices : [];
  const message = choice?.message;
  if (typeof message?.refusal === 'string' && message.refusal !== '') return { ok: false, reason: 'refused', usage };
  if (choice?.finish_reason === 'content_filter') return { ok: false, reason: 'refused', usage };
  if (choice?.finish_reason === 'length') return { ok: false, reason: 'truncated', usage };
  const text = message?.content;
  return typeof text === 'string' && text.trim() !== '' ? { ok: true, text, usage } : { ok: false, reason: 'invalid_answer', usage };
}

function usageOf(usage: OpenAI.CompletionUsage | null | undefined): ModelUsage | null {
  const count = (value: unknown): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, 1_000_000_000) : 0;
  if (typeof usage !== 'object' || usage === null || typeof usage.prompt_tokens !== 'number' || typeof usage.completion_tokens !== 'number')
    return null;
  return {
    input: count(usage.prompt_tokens),
    cached: count(usage.prompt_tokens_details?.cached_tokens),
    output: count(usage.completion_tokens),
  };
}

/** Whose fault it was: the time ran out, the way there, the server, or how it was asked. */
export async function failureOf(error: unknown): Promise<ModelFailure> {
  const { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } = await import('openai');
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return 'timed_out';
  if (error instanceof APIConnectionError) return 'server_down';
  if (error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'timed_out';
  // what came was no JSON
  if (error instanceof SyntaxError) return 'invalid_answer';
  if (!(error instanceof APIError) || typeof error.status !== 'number') return 'server_down';
  const { status } = error;
  if (status === 401 || status === 403) return 'wrong_key';
  if (status === 429) return 'busy';
  if (status === 408) return 'timed_out';
  return status >= 400 && status < 500 ? 'rejected' : 'server_down';
}

/** A server as it is told and remembered: without a name or a password that may stand in an address. */
export function serverOf({ baseUrl }: Pick<OpenAiOptions, 'baseUrl'>): string {
  const { host, pathname } = new URL(baseUrl ?? openAi);
  return host + pathname.replace(/\/$/, '');
}
