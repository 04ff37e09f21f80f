import { statfsSync } from 'node:fs';
import type { EventStore, Position } from '#event-store';
import type { Metrics } from '#telemetry';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { readinessOf } from '../operations/readiness.ts';

const STORE_STANDINGS = ['ready', 'catching-up', 'disconnected', 'alarm'] as const;
const SEAL_STANDINGS = ['sealed', 'waiting', 'stuck', 'broken'] as const;

/** Tells how the ledger stands whenever somebody asks for the metrics. */
export function tellOfLedger(metrics: Metrics, ledger: EmbeddedLedger): void {
  metrics.observe(['obligo_ready'], async (tell) => {
    const { reasons } = await readinessOf(ledger);
    tell('obligo_ready', reasons.length === 0 ? 1 : 0);
  });
  tellOfStores(metrics, ledger);
  tellOfReadModels(metrics, ledger);
  tellOfSeals(metrics, ledger);
  tellOfDisk(metrics, ledger);
}

function tellOfStores(metrics: Metrics, { store, access }: EmbeddedLedger): void {
  const logs: readonly (readonly [string, EventStore])[] = [
    ['ledger', store],
    ['access', access.log],
  ];
  metrics.observe(
    [
      'obligo_store_standing',
      'obligo_log_position',
      'obligo_subscription_lag_events',
      'obligo_subscription_lag_seconds',
    ],
    async (tell) => {
      for (const [log, each] of logs) {
        const { state, lagEvents = 0, lagMs = 0 } = each.standing();
        for (const standing of STORE_STANDINGS)
          tell('obligo_store_standing', standing === state ? 1 : 0, { log, standing });
        tell('obligo_subscription_lag_events', lagEvents, { log });
        tell('obligo_subscription_lag_seconds', lagMs / 1000, { log });
        tell('obligo_log_position', Number((await each.head()) ?? 0), { log });
      }
    },
  );
}

function tellOfReadModels(metrics: Metrics, { store, projector, clock }: EmbeddedLedger): void {
  metrics.observe(
    [
      'obligo_projection_position',
      'obligo_projection_lag_events',
      'obligo_projection_lag_seconds',
      'obligo_read_models_stopped',
    ],
    async (tell) => {
      const { checkpoint = 0n, stopped } = projector;
      const head = Number((await store.head()) ?? 0);
      tell('obligo_projection_position', Number(checkpoint));
      tell('obligo_projection_lag_events', Math.max(0, head - Number(checkpoint)));
      tell('obligo_read_models_stopped', stopped ? 1 : 0);
      tell('obligo_projection_lag_seconds', await ageOfNext(store, projector.checkpoint, clock()));
    },
  );
}

/** Seconds since the first event after a position was recorded; 0 when there is none. */
async function ageOfNext(store: EventStore, checkpoint: bigint | undefined, now: string): Promise<number> {
  const after = checkpoint === undefined ? {} : { after: String(checkpoint) as Position };
  for await (const { recordedAt } of store.readAll({ ...after, limit: 1 }))
    return Math.max(0, (Date.parse(now) - Date.parse(recordedAt)) / 1000);
  return 0;
}

function tellOfSeals(metrics: Metrics, { seals }: EmbeddedLedger): void {
  metrics.observe(['obligo_unsealed_events', 'obligo_unsealed_seconds', 'obligo_seal_standing'], (tell) => {
    const status = seals.glance();
    if (!status) return;
    tell('obligo_unsealed_events', status.tail.events, { log: 'ledger' });
    tell('obligo_unsealed_events', status.tail.accessEvents, { log: 'access' });
    tell('obligo_unsealed_seconds', status.tail.seconds);
    for (const standing of SEAL_STANDINGS)
      tell('obligo_seal_standing', standing === status.standing ? 1 : 0, { standing });
  });
}

function tellOfDisk(metrics: Metrics, { folder }: EmbeddedLedger): void {
  metrics.observe(['obligo_data_disk_free_bytes', 'obligo_data_disk_size_bytes'], (tell) => {
    const { bavail, blocks, bsize } = statfsSync(folder.dir);
    tell('obligo_data_disk_free_bytes', bavail * bsize);
    tell('obligo_data_disk_size_bytes', blocks * bsize);
  });
}
