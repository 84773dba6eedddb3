/** What the Bot API answers instead of a result, in its own words. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number };

  constructor(code: number, description: string, parameters: Refusal['parameters'] = {}) {
    super(description);
    this.name = 'Refusal';
    this.code = code;
    this.parameters = parameters;
  }

  /** The body of the answer. */
  body(): object {
    const has = Object.keys(this.parameters).length > 0;
    return { ok: false, error_code: this.code, description: this.message, ...(has ? { parameters: this.parameters } : {}) };
  }
}

export const badRequest = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`);
export const forbidden = (what: string): Refusal => new Refusal(403, `Forbidden: ${what}`);
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
