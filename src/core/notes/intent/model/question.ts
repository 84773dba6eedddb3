import { z } from 'zod';
import { schemaInWords } from '../../../../prompts/answering.ts';
import { messageAnswer, messageInstructions, messageQuestion, messageVersion } from '../../../../prompts/message.ts';
import type { Matter } from '../../model/question.ts';
import { wishes } from '../wish.ts';

export const wishesSchema = messageAnswer(wishes);
export type WishesAnswer = z.infer<typeof wishesSchema>;

const { $schema: _draft, ...jsonSchema } = z.toJSONSchema(wishesSchema, { target: 'draft-7' });

const mostTokens = 300;
const mostText = 2_000;

/** A message that was not clear, as a model is asked about it: its words and nothing about whose they are. */
export const matterOfMessage = (text: string): Matter<WishesAnswer> => ({
  prompt: messageVersion,
  question: (shape) => ({
    messages: [
      { role: 'system', content: shape === 'json_schema' ? messageInstructions : messageInstructions + schemaInWords(jsonSchema) },
      { role: 'user', content: messageQuestion(text.slice(0, mostText)) },
    ],
    shape,
    schema: jsonSchema,
    name: 'message',
    mostTokens,
  }),
  schema: wishesSchema,
});
