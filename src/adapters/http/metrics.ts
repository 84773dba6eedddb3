import { Hono } from 'hono';
import { Counter, Registry } from 'prom-client';
import type { CallTotal } from '#core/notes/model/calls/call.store.ts';

/** Figures for Prometheus, read from the data when they are asked for: whichever process answers says the same. */
export function metricsRoutes({ calls }: { calls(): Promise<CallTotal[]> }): Hono {
  const registry = new Registry();
  const labelNames = ['server', 'model', 'outcome'] as const;
  const counter = (name: string, help: string): Counter<(typeof labelNames)[number]> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const made = counter('orderly_model_calls_total', 'Calls to models that read notes, by what became of them.');
  const sent = counter('orderly_model_input_tokens_total', 'Tokens sent to models.');
  const got = counter('orderly_model_output_tokens_total', 'Tokens that models answered.');
  const cost = counter('orderly_model_cost_total', 'What calls cost, in the currency of the budget.');
  const seconds = counter('orderly_model_seconds_total', 'Seconds spent waiting for models.');

  const app = new Hono();
  app.get('/metrics', async (context) => {
    const totals = await calls();
    registry.resetMetrics();
    for (const { server, model, outcome, ...total } of totals) {
      const labels = { server, model, outcome };
      made.inc(labels, Number(total.calls));
      sent.inc(labels, Number(total.inputTokens));
      got.inc(labels, Number(total.outputTokens));
      cost.inc(labels, Number(total.cost) / 1_000_000);
      seconds.inc(labels, Number(total.ms) / 1_000);
    }
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return app;
}
