import { afterEach, describe, expect, it } from 'vitest';
import { openAiModel } from '#adapters/openai/model.ts';
import { questionOf } from '#core/notes/model/question.ts';
import { aNote } from '#test/core/notes/model/answers.ts';
import { openModelServer, openRawServer, type ModelServer } from '#test/support/model-server.ts';

const question = questionOf(aNote('urgent please'), 'json_schema');
const never = new AbortController().signal;
let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});
const server = async (): Promise<ModelServer> => {
  const opened = await openModelServer();
  open.push(opened);
  return opened;
};

describe('a model on a server that speaks the API of OpenAI', () => {
  it('is asked in the shape it takes, and its usage is told', async () => {
    const { mock, model, asked } = await server();
    mock.onMessage(/urgent/, { content: '{"a":1}', usage: { prompt_tokens: 900, completion_tokens: 40, total_tokens: 940 } });
    expect(await model.ask(question, never)).toMatchObject({ ok: true, text: '{"a":1}', usage: { input: 900, cached: 0, output: 40 } });
    await model.ask({ ...question, shape: 'json_object' }, never);
    await model.ask({ ...question, shape: 'text' }, never);
    const [strict, object, text] = asked();
    expect(strict).toMatchObject({
      model: 'test-model',
      max_tokens: 1200,
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'note', strict: true } },
    });
    expect(object?.['response_format']).toEqual({ type: 'json_object' });
    expect(text).not.toHaveProperty('response_format');
  });

  it.each<[number, string]>([
    [400, 'rejected'],
    [401, 'wrong_key'],
    [403, 'wrong_key'],
    [404, 'rejected'],
    [422, 'rejected'],
    [429, 'busy'],
    [500, 'server_down'],
    [503, 'server_down'],
  ])('that answers %i is told apart: %s', async (status, reason) => {
    const { mock, model } = await server();
    mock.onMessage(/urgent/, { error: { message: 'no', type: 'error' }, status, retryAfter: 0 });
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason, usage: null });
  });

  it('that fails once is asked a second time, and no third', async () => {
    const { mock, model, asked } = await server();
    mock.onMessage(/urgent/, { content: 'after all' });
    mock.nextRequestError(500);
    expect(await model.ask(question, never)).toMatchObject({ ok: true, text: 'after all' });
    mock.nextRequestError(500);
    mock.nextRequestError(500);
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'server_down' });
    expect(asked()).toHaveLength(4);
  });

  it('whose answer is cut off is no answer, and what it used is told', async () => {
    const { mock, model } = await server();
    mock.onMessage(/urgent/, { content: '{"urgent": {"val', finishReason: 'length', usage: { prompt_tokens: 5, completion_tokens: 1200 } });
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'truncated', usage: { output: 1200 } });
  });

  it('that filters the answer has refused', async () => {
    const { mock, model } = await server();
    mock.onMessage(/urgent/, { content: 'x', finishReason: 'content_filter' });
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it.each<[string, object, object]>([
    ['refuses', { choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I cannot' } }] }, { reason: 'refused' }],
    ['says nothing', { choices: [{ finish_reason: 'stop', message: { content: '  ' } }] }, { reason: 'invalid_answer' }],
    ['has no choices', { choices: [] }, { reason: 'invalid_answer' }],
    ['sends another shape', { choices: 'none', usage: 'much' }, { reason: 'invalid_answer', usage: null }],
    [
      'counts nonsense',
      {
        choices: [{ message: { content: 'x' } }],
        usage: { prompt_tokens: -5, completion_tokens: 1.5, prompt_tokens_details: { cached_tokens: 'x' } },
      },
      { ok: true, usage: { input: 0, cached: 0, output: 0 } },
    ],
    [
      'tells what it had read before',
      {
        choices: [{ message: { content: 'x' } }],
        usage: { prompt_tokens: 100, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 80 } },
      },
      { ok: true, usage: { input: 100, cached: 80, output: 5 } },
    ],
  ])('that %s breaks nothing', async (_, body, expected) => {
    const raw = await openRawServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    );
    open.push(raw);
    const model = openAiModel({ apiKey: null, baseUrl: raw.url, model: 'raw' });
    expect(await model.ask(question, never)).toMatchObject(expected);
  });

  it('that sends no JSON has no use', async () => {
    const raw = await openRawServer((_request, response) => response.setHeader('content-type', 'application/json').end('<html>'));
    open.push(raw);
    const model = openAiModel({ apiKey: null, baseUrl: raw.url, model: 'raw' });
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'invalid_answer' });
  });

  it('that hangs up, or is not there, is down', async () => {
    const raw = await openRawServer((request) => request.socket.destroy());
    const model = openAiModel({ apiKey: 'k', baseUrl: raw.url, model: 'raw' });
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'server_down' });
    expect(raw.count()).toBe(2);
    await raw.close();
    expect(await model.ask(question, never)).toMatchObject({ ok: false, reason: 'server_down' });
  });

  it('that takes too long is left when the time is up', async () => {
    const asked = Promise.withResolvers<void>();
    const raw = await openRawServer(() => asked.resolve());
    open.push(raw);
    const late = new AbortController();
    const model = openAiModel({ apiKey: 'k', baseUrl: raw.url, model: 'raw' });
    const answer = model.ask(question, late.signal);
    await asked.promise;
    late.abort();
    expect(await answer).toMatchObject({ ok: false, reason: 'timed_out', usage: null });
  });

  it('is called by an address without secrets', () => {
    const name = (baseUrl: string | null): string => openAiModel({ apiKey: null, baseUrl, model: 'm' }).server;
    expect(name(null)).toBe('api.openai.com/v1');
    expect(name('https://desk:hunter2@models.example:8443/v1/')).toBe('models.example:8443/v1');
  });
});
