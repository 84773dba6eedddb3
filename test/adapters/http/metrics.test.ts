import { expect, it } from 'vitest';
import { metricsRoutes } from '#adapters/http/metrics.ts';

it('tells Prometheus what models were asked, by outcome, as often as it asks', async () => {
  const total = { server: 'models.example/v1', model: 'reader', inputTokens: 9_000n, outputTokens: 300n, cost: 2_500_000n, ms: 1_500n };
  const app = metricsRoutes({
    calls: () =>
      Promise.resolve([
        { ...total, outcome: 'answered', calls: 3n },
        { ...total, outcome: 'timed_out', calls: 1n, cost: 0n },
      ]),
  });
  await app.request('/metrics');
  const response = await app.request('/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const labels = (outcome: string): string => `{server="models.example/v1",model="reader",outcome="${outcome}"}`;
  expect(text).toContain('# TYPE orderly_model_calls_total counter');
  expect(text).toContain(`orderly_model_calls_total${labels('answered')} 3\n`);
  expect(text).toContain(`orderly_model_calls_total${labels('timed_out')} 1\n`);
  expect(text).toContain(`orderly_model_cost_total${labels('answered')} 2.5\n`);
  expect(text).toContain(`orderly_model_seconds_total${labels('answered')} 1.5\n`);
  expect(text).toContain(`orderly_model_input_tokens_total${labels('answered')} 9000\n`);
});
