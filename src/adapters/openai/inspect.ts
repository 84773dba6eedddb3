import type OpenAI from 'openai';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Finding } from '../connection.ts';
import { failureOf, openClient, serverOf, type OpenAiOptions } from './model.ts';

/** The names of other models that are told, where the one that was set is none of them. */
const mostNamed = 5;

const fine = (item: string, says: string): Finding => ({ item, ok: true, says });
const fault = (item: string, says: string, remedy: string): Finding => ({ item, ok: false, says, remedy });

/** Whether the server answers, takes the key and has the model, asked without a question that costs. Never rejects. */
export async function inspectModel(options: OpenAiOptions): Promise<Finding[]> {
  const server = serverOf(options);
  try {
    const client = await openClient(options, { maxRetries: 0 });
    const { data } = await client.models.list();
    return [fine('server', `${server} answers${options.apiKey === null ? '' : ' and takes the key'}.`), modelAmong(data, options)];
  } catch (error) {
    return [await faultOf(error, server)];
  }
}

function modelAmong(listed: readonly OpenAI.Model[] | undefined, { model }: OpenAiOptions): Finding {
  const names = (Array.isArray(listed) ? listed : []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  if (names.length === 0) return fine('model', `The server does not say which models it has; “${model}” is asked.`);
  // Ollama lists "qwen3:latest" and takes "qwen3"
  if (names.some((name) => name === model || name === `${model}:latest`)) return fine('model', `“${model}” is there.`);
  const others = names.slice(0, mostNamed).map((name) => name.slice(0, 60));
  return fault(
    'model',
    `The server has no model “${model}”.`,
    `Set ORDERLY_MODEL to one it has: ${others.join(', ')}${names.length > mostNamed ? ', …' : ''}.`,
  );
}

async function faultOf(error: unknown, server: string): Promise<Finding> {
  switch (await failureOf(error)) {
    case 'wrong_key':
      return fault('server', `${server} does not take the key.`, 'Look at OPENAI_API_KEY, and whether the key may use this server.');
    case 'busy':
      return fine('server', `${server} answers, but is too busy at the moment.`);
    case 'rejected':
      return fine('server', `${server} answers, and does not say which models it has.`);
    case 'timed_out':
      return fault('server', `${server} took too long to answer.`, 'See whether it is overloaded; until it answers, the rules read alone.');
    default:
      return fault(
        'server',
        `${server} cannot be asked: ${errorLine(error).slice(0, 120)}`,
        'See whether it runs and OPENAI_BASE_URL is right; until then the rules read alone.',
      );
  }
}
