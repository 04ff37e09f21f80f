import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Instant } from '#kernel';
import type { LogLevel } from './config.ts';
import { EmbeddedLedger } from './embedded/embedded-ledger.ts';
import { serveOpenApi } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { validation } from './http/validation.ts';
import { LedgerModule } from './ledger.module.ts';
import { VERSION } from './version.ts';

const MEBIBYTE = 1024 * 1024;
/** A posting is small; published tables that are taken over or compared are not. */
const BODY_LIMIT = MEBIBYTE;
const TABLES_BODY_LIMIT = 32 * MEBIBYTE;
const WITH_TABLES = ['/api/v1/imports', '/api/v1/reconcile'];

export interface LedgerOptions {
  readonly data: string;
  /** Makes the ledger when the folder has none. */
  readonly create: boolean;
  /** What the process does with the folder, told to those who come second. */
  readonly purpose: string;
  readonly logLevel: LogLevel;
  /** What time it is; the clock of the machine when absent. */
  readonly clock?: () => Instant;
}

export interface Ledger {
  /** Ready to listen, or to answer in process by `inject`. */
  readonly app: NestFastifyApplication;
  readonly embedded: EmbeddedLedger;
  /** Answers what was accepted, then lets go of the folder. */
  close(): Promise<void>;
}

/** The whole service over one data folder. Refuses when another process owns the folder. */
export async function createLedger(options: LedgerOptions): Promise<Ledger> {
  const embedded = await EmbeddedLedger.open(options);
  try {
    const app = await createApp(embedded, options.logLevel);
    return {
      app,
      embedded,
      close: async () => {
        await app.close();
        await embedded.close();
      },
    };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

async function createApp(embedded: EmbeddedLedger, logLevel: LogLevel): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // A request that does not arrive holds a connection only so long.
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    if (WITH_TABLES.includes(route.url)) route.bodyLimit = TABLES_BODY_LIMIT;
  });
  adapter.getInstance().addHook('onSend', async (_request, reply) => {
    // Tells a ledger from whatever else may answer at an address.
    void reply.header('obligo-version', VERSION);
  });
  const module = LedgerModule.around(embedded, logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    // What Nest says while it starts is of no use to an operator.
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'health/live', 'health/ready'] });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app);
  await app.init();
  app.useLogger(app.get(Logger));
  await adapter.getInstance().ready();
  return app;
}
