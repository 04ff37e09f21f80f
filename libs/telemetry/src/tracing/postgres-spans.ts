import type { TracerProvider } from '@opentelemetry/api';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';

/** Gives out what it would put around the client, for a client that is loaded already. */
class LoadedPg extends PgInstrumentation {
  readonly #modules = super.init().filter(({ name }) => name === 'pg');

  wrap(pg: unknown): () => void {
    for (const { patch } of this.#modules) patch?.(pg);
    return () => {
      for (const { unpatch } of this.#modules) unpatch?.(pg);
    };
  }
}

/**
 * Makes every query to PostgreSQL that belongs to a trace a span of it, with its text and without its values. Tells how
 * to end that.
 */
export async function tracePostgres(provider: TracerProvider): Promise<() => void> {
  const instrumentation = new LoadedPg({
    // No hook on whatever is loaded later: the client is wrapped here.
    enabled: false,
    requireParentSpan: true,
    enhancedDatabaseReporting: false,
  });
  instrumentation.setTracerProvider(provider);
  return instrumentation.wrap(await import('pg'));
}
