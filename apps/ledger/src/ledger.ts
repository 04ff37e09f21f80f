import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { LogLevel } from './config.ts';
import { edgeOptions } from './edges/edge-options.ts';
import { guardRoutes } from './access/guard.ts';
import { identityIn } from './access/identity.ts';
import { type AccessRule, ruleFor, ruleOf } from './access/access.ts';
import type { AccessSettings } from './access/settings.ts';
import { protect } from './edges/protect.ts';
import type { EdgeSettings } from './edges/settings.ts';
import { EmbeddedLedger, type EmbeddedOptions } from './embedded/embedded-ledger.ts';
import { serveOpenApi } from './http/openapi.ts';
import { recordAttempts } from './desk/attempts-hook.ts';
import { operationsOf } from './http/operations.ts';
import { keepToQueries } from './http/query-names.ts';
import { noteAddresses, recordReadings } from './readings/reading-hook.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { postInStep } from './posting/in-step.ts';
import { waitForPositions } from './reports/min-position-hook.ts';
import { validation } from './http/validation.ts';
import { LedgerModule } from './ledger.module.ts';
import { servePages } from './pages/serve-pages.ts';
import { tellOfLedger } from './telemetry/ledger-metrics.ts';
import { observersOf } from './telemetry/observers.ts';
import { noteRequests } from './telemetry/request-notes.ts';
import { RequestLog } from './telemetry/request-log.ts';
import { traceRequests } from './telemetry/request-spans.ts';
import { VERSION } from './version.ts';
import type { SealStatus } from '#sealing';
import type { Telemetry } from '#telemetry';

const MEBIBYTE = 1024 * 1024;
/** A posting is small; published tables that are taken over or compared are not. */
const BODY_LIMIT = MEBIBYTE;
const TABLES_BODY_LIMIT = 32 * MEBIBYTE;
const WITH_TABLES = ['/api/v1/imports', '/api/v1/reconcile', '/api/v1/sheets', '/api/v1/sheets/submissions'];

export interface LedgerOptions extends EmbeddedOptions {
  readonly logLevel: LogLevel;
  /** What guards the socket; absent where the service is asked in process. */
  readonly edges?: EdgeSettings;
  /** How people are let in; absent where a program works on the folder itself. */
  readonly access?: AccessSettings;
  /** Folder of the built web app; without it the service has no pages. */
  readonly pages?: string | undefined;
  /** What the process tells of itself; nothing when absent. */
  readonly telemetry?: Telemetry | undefined;
}

export interface Ledger {
  /** Ready to listen, or to answer in process by `inject`. */
  readonly app: NestFastifyApplication;
  readonly embedded: EmbeddedLedger;
  /** Every address that it answers, with the rule that says who may call it. */
  readonly routes: readonly ServedRoute[];
  /**
   * Tells that it is about to stop, and goes on answering for a while: whoever spreads requests over several processes
   * sends this one no more.
   */
  drain(milliseconds: number): Promise<void>;
  /** Answers what was accepted, seals it, then lets go of the folder. Tells how the seals stand, where there are any. */
  close(): Promise<SealStatus | undefined>;
}

export interface ServedRoute {
  readonly method: string;
  /** Pattern, such as `/api/v1/people/:name/closings`. */
  readonly url: string;
  readonly rule: AccessRule | undefined;
}

/** The whole service over one data folder. Refuses when another process owns the folder. */
export async function createLedger(options: LedgerOptions): Promise<Ledger> {
  const embedded = await EmbeddedLedger.open({ ...options, observers: observersOf(options.telemetry) });
  try {
    const routes: ServedRoute[] = [];
    const app = await createApp(embedded, options, routes);
    return {
      app,
      embedded,
      routes,
      drain: async (milliseconds) => {
        embedded.announceStop();
        await pause(milliseconds);
      },
      close: async () => {
        embedded.announceStop();
        await app.close();
        return embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** One name of a request, for the log of the service and for whoever was refused. */
function nameRequest(raw: IncomingMessage & { id?: unknown }): string {
  const id = randomUUID();
  raw.id = id;
  return id;
}

async function createApp(
  embedded: EmbeddedLedger,
  { logLevel, edges, access, pages, telemetry }: LedgerOptions,
  routes: ServedRoute[],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    ...edgeOptions(edges),
    genReqId: nameRequest,
    routerOptions: { maxParamLength: 200 },
  });
  const fastify = adapter.getInstance();
  if (telemetry?.tracing) traceRequests(fastify);
  fastify.addHook('onRoute', (route) => {
    for (const method of [route.method].flat())
      routes.push({ method, url: route.url, rule: ruleFor(route.url, route.config) });
    if (WITH_TABLES.includes(route.url)) route.bodyLimit = TABLES_BODY_LIMIT;
  });
  fastify.addHook('onSend', (request, reply, _, next) => {
    // Tells a ledger from whatever else may answer at an address.
    void reply.header('obligo-version', VERSION);
    // Names the request in what the service logs.
    if (reply.statusCode >= 400) void reply.header('obligo-request', request.id);
    // The next request of this connection is to go to a process that stays.
    if (embedded.isStopping) void reply.header('connection', 'close');
    next();
  });
  const addressOf = noteAddresses(fastify);
  await protect(fastify, edges, (request) => identityIn(request)?.name);
  const guard = await guardRoutes(fastify, embedded, access, edges?.tls !== undefined);
  waitForPositions(fastify, embedded);
  postInStep(fastify);
  if (pages !== undefined) await servePages(fastify, pages);
  const log = new RequestLog(logLevel);
  log.follow(fastify);
  const module = LedgerModule.around(embedded, guard);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    // What Nest says while it starts is of no use to an operator.
    logger: ['error', 'warn'],
    abortOnError: false,
    // The edges take JSON alone.
    bodyParser: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'health/live', 'health/ready'] });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  const operationOf = operationsOf(app);
  const nameOf = (request: FastifyRequest) => operationOf(request)?.name;
  keepToQueries(fastify, operationOf);
  recordReadings(fastify, { readings: embedded.readings, whoOf: identityIn, addressOf, ruleOf, nameOf });
  recordAttempts(fastify, { desk: embedded.desk, whoOf: identityIn, ruleOf, nameOf });
  noteRequests(fastify, { whoOf: identityIn, ruleOf, nameOf, metrics: telemetry?.metrics });
  if (telemetry?.metrics) tellOfLedger(telemetry.metrics, embedded);
  serveOpenApi(app);
  await app.init();
  app.useLogger(log);
  await fastify.ready();
  return app;
}
