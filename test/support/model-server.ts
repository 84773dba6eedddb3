import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LLMock, type ChatCompletionRequest } from '@copilotkit/aimock';
import { openAiModel } from '#adapters/openai/model.ts';
import type { NoteModel } from '#core/ports.ts';

export interface ModelServer {
  mock: LLMock;
  model: NoteModel;
  /** What was asked, oldest first. */
  asked(): ChatCompletionRequest[];
  close(): Promise<void>;
}

/** A server that speaks OpenAI's API on a free port of this machine, and a model there as the desk reaches it. */
export async function openModelServer(name = 'test-model', apiKey: string | null = 'sk-test-secret'): Promise<ModelServer> {
  const mock = new LLMock({ port: 0, strict: true, logLevel: 'silent' });
  await mock.start();
  return {
    mock,
    model: openAiModel({ apiKey, baseUrl: `${mock.url}/v1`, model: name }),
    asked: () => mock.getRequests().flatMap(({ body }) => (body && 'messages' in body ? [body as ChatCompletionRequest] : [])),
    close: () => mock.stop(),
  };
}

/** A server that answers as a test says, byte for byte: for what no honest server does. */
export async function openRawServer(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<{ url: string; count(): number; close(): Promise<void> }> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(request, response, ++count));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    count: () => count,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
