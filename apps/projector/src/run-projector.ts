import type { Logger } from 'pino';
import { openPool } from '#postgres';
import { PostgresProjector, projections, type ProjectorStanding } from '#read-models';
import { startTelemetry } from '#telemetry';
import { ledgerBook } from '#verification';
import { VERSION } from '../../ledger/src/version.ts';
import type { ProjectorConfig } from './config.ts';
import { FollowedLog } from './followed-log.ts';
import { type Health, serveHealth } from './health.ts';
import { takeFolder } from './own-folder.ts';
import { tellMetrics, tellPage } from './tell-metrics.ts';

/** A statement of a page that takes longer is stuck; builds have no limit. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** A projector at work. */
export interface RunningProjector {
  /** Where health and metrics are asked. */
  readonly url: string;
  /** Finishes the page at hand and lets go of everything. */
  stop(): Promise<void>;
}

/** Starts everything that follows the log; what is missing yet is waited for, and health says so. */
export async function runProjector(config: ProjectorConfig, logger: Logger): Promise<RunningProjector> {
  const { home, postgres, host, port, otlp, metrics: metricsAt } = config;
  const folder = takeFolder(config.data);
  const ending = new AbortController();
  const telemetry = await startTelemetry({
    ...{ service: 'obligo-projector', version: VERSION, otlp },
    metrics: metricsAt ?? true,
  });
  const { metrics } = telemetry;
  const pool = openPool({
    ...{ url: postgres, application: 'obligo-projector', statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    onLost: (error) => logger.debug({ event: 'connection-lost' }, error.message),
  });
  const log = new FollowedLog({
    ...{ home, data: folder.dir, telemetry },
    onAlarm: (detail) => logger.fatal({ event: 'store-alarm' }, detail),
    onRefused: (detail) => logger.warn({ event: 'log-not-open' }, detail),
  });
  const projector = new PostgresProjector({
    ...{ store: log, catalogue: ledgerBook.catalogue, projections, pool, folder: folder.dir },
    observer: {
      standing: (standing) => tellStanding(logger, standing),
      page: (facts) => tellPage(metrics, facts),
      withoutReader: () =>
        logger.warn({ event: 'no-reader-role' }, 'make the role yourself: CREATE ROLE obligo_reader NOLOGIN'),
      lost: (outcome) =>
        logger.warn({ event: 'page-lost', outcome }, 'another projector was faster; nothing was written'),
    },
  });
  const health = (): Health => ({
    log: log.standing(),
    readModels: projector.standing,
    isStopping: ending.signal.aborted,
  });
  if (metrics) tellMetrics(metrics, log, health);
  const server = await serveHealth({ host, port, health, metrics });
  const working = log.open(ending.signal).then(() => projector.run(ending.signal));
  return {
    url: server.url,
    stop: async () => {
      ending.abort();
      await working;
      await log.close();
      await pool.end();
      await server.close();
      await telemetry.close();
      folder.release();
    },
  };
}

const LOUD = new Set<ProjectorStanding['state']>(['stopped', 'disconnected', 'set-aside', 'waiting-for-log']);

function tellStanding(
  logger: Logger,
  { state, detail, schema, stoppedAt, lastRead }: ProjectorStanding,
): void {
  const facts = {
    event: `read-models-${state}`,
    schema,
    stoppedAt,
    position: lastRead && String(lastRead.position),
  };
  const level = state === 'stopped' ? 'error' : LOUD.has(state) ? 'warn' : 'info';
  logger[level](facts, detail ?? state);
}
