import type { Position, StoreStanding } from '#event-store';
import type { PageFacts } from '#read-models';
import { type Metrics, tracePage } from '#telemetry';
import type { FollowedLog } from './followed-log.ts';
import { type Health, reasonsOf } from './health.ts';

const STANDINGS: readonly StoreStanding['state'][] = ['ready', 'catching-up', 'disconnected', 'alarm'];

/** Tells the metrics of a projector whenever somebody asks for them. */
export function tellMetrics(metrics: Metrics, log: FollowedLog, health: () => Health): void {
  const ledger = { log: 'ledger' };
  metrics.observe(['obligo_ready', 'obligo_read_models_stopped', 'obligo_store_standing'], (tell) => {
    const now = health();
    tell('obligo_ready', reasonsOf(now).length === 0 ? 1 : 0);
    tell('obligo_read_models_stopped', now.readModels.state === 'stopped' ? 1 : 0);
    for (const standing of STANDINGS) {
      tell('obligo_store_standing', now.log.state === standing ? 1 : 0, { ...ledger, standing });
    }
  });
  metrics.observe(
    [
      ...(['obligo_log_position', 'obligo_projection_position'] as const),
      ...(['obligo_projection_lag_events', 'obligo_projection_lag_seconds'] as const),
    ],
    async (tell) => {
      const head = BigInt((await log.head()) ?? 0);
      const read = health().readModels.lastRead?.position ?? 0n;
      tell('obligo_log_position', Number(head), ledger);
      tell('obligo_projection_position', Number(read));
      tell('obligo_projection_lag_events', head > read ? Number(head - read) : 0);
      tell('obligo_projection_lag_seconds', await secondsSince(log, read));
    },
  );
}

/** How long ago the first event was recorded that was not read yet. */
async function secondsSince(log: FollowedLog, read: bigint): Promise<number> {
  const after = read === 0n ? {} : { after: String(read) as Position };
  for await (const { recordedAt } of log.readAll({ ...after, limit: 1 })) {
    return Math.max(0, (Date.now() - Date.parse(recordedAt)) / 1_000);
  }
  return 0;
}

/** Counts a page, and ends the traces of its events. */
export function tellPage(metrics: Metrics | undefined, { events, startedAt, outcome }: PageFacts): void {
  if (outcome !== 'advanced') return;
  metrics?.count('obligo_projected_events_total', events.length);
  metrics?.record('obligo_projection_page_duration_seconds', (Date.now() - startedAt) / 1_000);
  tracePage('projection.page', events, startedAt);
}
