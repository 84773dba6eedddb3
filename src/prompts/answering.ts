/** Said to a server that takes no schema: the answer's shape is then part of the instructions. */
export const schemaInWords = (schema: object): string =>
  `\n\nAnswer with one JSON object and nothing else: no comment, no code fence. Every key is required; what is not there is null or an empty list. JSON schema of the answer:\n${JSON.stringify(schema)}`;

/** Said once to a model whose answer did not fit. */
export const repairRequest = (faults: readonly string[]): string =>
  `Your answer does not fit the schema: ${faults.join('; ')}. Answer again with the whole JSON object and nothing else.`;

/**
 * Whether a server that takes a schema also keeps to it: asked for a word that the schema does not allow, one that enforces
 * it has to answer with one of these.
 */
export const probe = {
  system: 'You answer with JSON.',
  question: 'Set "answer" to the word yes.',
  words: ['zqx17', 'vrb42'],
  schema: {
    type: 'object',
    properties: { answer: { type: 'string', enum: ['zqx17', 'vrb42'] } },
    required: ['answer'],
    additionalProperties: false,
  },
} as const;
