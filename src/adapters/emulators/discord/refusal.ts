/** Discord says no: an HTTP status, its own code, and which field is wrong. */
export class Refused extends Error {
  status: number;
  code: number;
  errors: Record<string, unknown> | undefined;

  constructor(status: number, code: number, message: string, errors?: Record<string, unknown>) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** A body that Discord does not take, with the first field that is wrong. */
export function invalid(field: string, message: string): Refused {
  const errors = field
    .split('.')
    .reduceRight<Record<string, unknown>>((inner, key) => ({ [key]: inner }), { _errors: [{ code: 'INVALID', message }] });
  return new Refused(400, 50_035, 'Invalid Form Body', errors);
}

export const unknown = {
  channel: () => new Refused(404, 10_003, 'Unknown Channel'),
  message: () => new Refused(404, 10_008, 'Unknown Message'),
  user: () => new Refused(404, 10_013, 'Unknown User'),
  webhook: () => new Refused(404, 10_015, 'Unknown Webhook'),
  interaction: () => new Refused(404, 10_062, 'Unknown interaction'),
};
