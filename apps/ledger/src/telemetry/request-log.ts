import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, pino } from 'pino';
import { CSRF_HEADER } from '../access/sessions.ts';
import type { LogLevel } from '../config.ts';
import { SECURITY_HEADERS } from '../edges/security-headers.ts';
import { withoutSecrets } from '../http/without-secrets.ts';
import { LogLines } from './log-lines.ts';
import { notedOf } from './request-facts.ts';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

const FAILED = 500;
const REDACTED = '[Redacted]';
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  ...['authorization', 'cookie', CSRF_HEADER, 'csrf-token'],
  ...['set-cookie', 'location'],
]);
/** From here on a line is on its way before anything else is done. */
const ERROR_LEVEL = 50;

/**
 * What the service says of itself, as lines of JSON on standard error: one for every answered request, and what Nest's
 * loggers are given, with the request that it happened in. Lines are written beside the work; those of errors at once.
 */
export class RequestLog implements LoggerService {
  readonly #log: Logger;
  readonly #within = new AsyncLocalStorage<FastifyRequest>();

  constructor(level: LogLevel, fd: number = process.stderr.fd) {
    this.#log = level === 'silent' ? pino({ level }, process.stderr) : writingBeside(level, fd);
  }

  /** Writes the line of every request that was let in; to be put behind what lets in. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, next) => {
      if (!isProbe(request) && this.#log.isLevelEnabled('info')) {
        const began = performance.now();
        reply.raw.once('close', () => this.#answered(request, reply, performance.now() - began));
      }
      this.#within.run(request, next);
    });
  }

  log(message: unknown, ...more: unknown[]): void {
    this.#say('info', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.#say('fatal', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.#say('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.#say('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.#say('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.#say('trace', message, more);
  }

  /** The last of what comes with a message is the name of who says it, as Nest's loggers have it. */
  #say(level: Level, message: unknown, more: readonly unknown[]): void {
    if (!this.#log.isLevelEnabled(level)) return;
    const request = this.#within.getStore();
    const context = more.at(-1);
    const stack = more.length > 1 ? more[0] : undefined;
    const facts = {
      ...(request === undefined ? {} : { req: askedIn(request) }),
      ...(context === undefined ? {} : { context }),
      ...(message instanceof Error ? { err: message } : {}),
      ...(stack === undefined ? {} : { stack }),
    };
    this.#log[level](facts, message instanceof Error ? message.message : String(message));
  }

  #answered(request: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
    const { raw } = reply;
    const line = {
      req: askedIn(request),
      res: { statusCode: raw.headersSent ? raw.statusCode : null, headers: told(reply.getHeaders()) },
      responseTime: Math.round(milliseconds),
      ...notedOf(request.raw),
    };
    this.#log.info(line, howItEnded(request, reply));
  }
}

function howItEnded({ raw }: FastifyRequest, { raw: { statusCode, writableEnded } }: FastifyReply): string {
  if (statusCode >= FAILED) return 'request errored';
  return !raw.readableAborted && writableEnded ? 'request completed' : 'request aborted';
}

/** Lines wait for nobody; an error is written before anything else is done, behind what waits to be written. */
function writingBeside(level: LogLevel, fd: number): Logger {
  const lines = new LogLines(fd);
  const byLevel = {
    [pino.symbols.needsMetadataGsym]: true as const,
    lastLevel: 0,
    write(line: string): void {
      if (this.lastLevel < ERROR_LEVEL) lines.write(line);
      else lines.writeNow(line);
    },
  };
  return pino({ level }, byLevel);
}

/** Probes come every few seconds and say nothing. */
const isProbe = ({ raw: { url = '' } }: FastifyRequest): boolean => url.startsWith('/health');

/** A request as it may stand in the log. */
const askedIn = ({ id, method, raw, headers }: FastifyRequest): object => ({
  id,
  method,
  url: withoutSecrets(raw.url ?? ''),
  query: REDACTED,
  headers: told(headers),
  remoteAddress: raw.socket.remoteAddress,
  remotePort: raw.socket.remotePort,
});

/** Headers without secrets, and without those that are the same on every answer. */
function told(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of Object.keys(headers)) {
    if (!SECURITY_HEADERS.has(name)) shown[name] = SECRET_HEADERS.has(name) ? REDACTED : headers[name];
  }
  return shown;
}
