import { fold } from '../../text/fold.ts';
import { pattern } from '../../text/pattern.ts';

const question = pattern('')`
  \?\s*$
  |^(?:(?:hi|hello|hey|so|and|please|excuse me|sorry)[ ,]+)*(?:
    do|does|did|can|could|is|are|will|would|what|when|where|how|why|who|which|whose
  ) (?:you|we|i|it|there|this|that|they|your?s?|the|an?|is|are|do|does|much|many|long|about|kind|time|day)\b
  |(?:吗|么|嘛|咩|未)$|有没有|有冇|能不能|可不可以|可唔可以|是不是|几点|多久|怎么(?!样都)
`;

/** Whether words ask something, in English or Chinese, with a question mark or without. A longer text tells a story. */
export const isQuestion = (text: string): boolean => text.length <= 2000 && question.test(fold(text).text.trim());
