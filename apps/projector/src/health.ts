import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { StoreStanding } from '#event-store';
import type { ProjectorStanding } from '#read-models';
import { listeningRefusal, type Metrics } from '#telemetry';

/** What is asked for an answer about health. */
export interface Health {
  readonly log: StoreStanding;
  readonly readModels: ProjectorStanding;
  readonly isStopping: boolean;
}

/** States in which it does what it is there for; one that stands by is ready to take over. */
const READY = new Set<ProjectorStanding['state']>(['following', 'standing-by']);

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  readonly health: () => Health;
  readonly metrics: Metrics | undefined;
}

/** Why it is not ready, as codes that stay; none when it is. */
export function reasonsOf({ log, readModels, isStopping }: Health): { code: string; detail: string }[] {
  const reasons: { code: string; detail: string }[] = [];
  if (isStopping) reasons.push({ code: 'shutting-down', detail: 'The projector is stopping.' });
  if (log.state === 'alarm' || log.state === 'disconnected') {
    reasons.push({
      code: `store-${log.state}`,
      detail: log.detail ?? `The home of the log is ${log.state}.`,
    });
  }
  const { state, detail, stoppedAt } = readModels;
  if (!READY.has(state)) {
    const where = stoppedAt === undefined ? '' : `at position ${stoppedAt}: `;
    reasons.push({ code: `read-models-${state}`, detail: `${where}${detail ?? state}` });
  }
  return reasons;
}

/** Serves `/health/live`, `/health/ready` and `/metrics`. */
export async function serveHealth(options: HealthOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  const { host, port: wanted } = options;
  server.listen(wanted, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw listeningRefusal(error, host, wanted);
  });
  const { address, port, family } = server.address() as { address: string; port: number; family: string };
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  { health, metrics }: HealthOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  if (path === '/metrics' && metrics) return metrics.handle(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(request, response, 405, {});
  if (path === '/health/live') return send(request, response, 200, { status: 'alive' });
  if (path === '/health/ready') return sendReadiness(health(), request, response);
  return send(request, response, 404, {
    code: 'not-found',
    detail: 'There are /health/live, /health/ready and /metrics.',
  });
}

function sendReadiness(health: Health, request: IncomingMessage, response: ServerResponse): void {
  const reasons = reasonsOf(health);
  const { state, detail, schema, stoppedAt, lastRead } = health.readModels;
  const facts = {
    readModels: { state, detail, schema, stoppedAt, position: lastRead && String(lastRead.position) },
    log: health.log,
  };
  const [first] = reasons;
  if (!first) return send(request, response, 200, { status: 'ready', ...facts });
  const problem = {
    type: 'about:blank',
    title: 'Not ready',
    status: 503,
    code: first.code,
    detail: first.detail,
  };
  return send(request, response, 503, { ...problem, reasons, ...facts });
}

function send(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`);
}
