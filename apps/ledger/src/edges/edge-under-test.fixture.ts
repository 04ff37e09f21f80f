import 'reflect-metadata';
import { Body, Controller, Get, Header, Module, Post, Query, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { ProblemFilter } from '../http/problem.filter.ts';
import { edgeOptions } from './edge-options.ts';
import { protect } from './protect.ts';
import type { EdgeSettings } from './settings.ts';

export const EXPORT_BYTES = 64 * 1024 * 1024;

/** Tells of each order that has begun; they go on when the test says so. */
export const begun = new EventEmitter().setMaxListeners(0);

@Controller('api/v1')
class Routes {
  @Post('postings')
  post(@Body() body: unknown) {
    return { body };
  }

  /** Takes as long as the test wants. */
  @Post('orders')
  @RouteConfig({ access: { posts: 'budgetaccount' } })
  async order() {
    begun.emit('order');
    await once(begun, 'finish');
    return {};
  }

  @Get('origin')
  origin(@Req() { ip, protocol, host }: FastifyRequest, @Query() query: unknown) {
    return { ip, protocol, host, query };
  }

  @Post('sign-in')
  @RouteConfig({ access: { open: true } })
  signIn() {
    return {};
  }

  @Get('export')
  @Header('content-type', 'text/csv')
  export() {
    return Buffer.alloc(EXPORT_BYTES, 'x');
  }
}

@Module({ controllers: [Routes] })
class Routed {}

export const NO_LIMITS: EdgeSettings = {
  trustProxy: [],
  origins: [],
  perMinute: { address: 0, identity: 0 },
};

/** A few routes behind the edges, asked over a socket of loopback. */
export class EdgeUnderTest {
  readonly port: number;
  readonly #app: NestFastifyApplication;

  private constructor(app: NestFastifyApplication, port: number) {
    this.#app = app;
    this.port = port;
  }

  /** Whoever sends the header X-Test-Who counts as identified. */
  static async open(settings: Partial<EdgeSettings> = {}): Promise<EdgeUnderTest> {
    const edges = { ...NO_LIMITS, ...settings };
    const adapter = new FastifyAdapter({ bodyLimit: 1024 * 1024, ...edgeOptions(edges) });
    await protect(adapter.getInstance(), edges, ({ headers }) => headers['x-test-who']?.toString());
    const app = await NestFactory.create<NestFastifyApplication>(Routed, adapter, {
      logger: false,
      abortOnError: false,
      bodyParser: false,
      forceCloseConnections: true,
    });
    app.useGlobalFilters(new ProblemFilter());
    await app.listen(0, '127.0.0.1');
    return new EdgeUnderTest(app, Number(new URL(await app.getUrl()).port));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return this.#app.close();
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}/api/v1/${path}`, init);
  }

  /** Waits until the service has let go of the next connection that it takes. */
  nextConnectionEnds(): Promise<void> {
    const server = this.#app.getHttpServer();
    return new Promise((resolve) => {
      server.once('connection', (socket) => socket.once('close', () => resolve()));
    });
  }

  /** Status and code of the answer to a body that claims to be JSON. */
  async post(body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<[number, string]> {
    const reply = await this.ask('postings', { method: 'POST', body, headers: { 'content-type': type } });
    return [reply.status, ((await reply.json()) as { code?: string }).code ?? ''];
  }

  /** Sends bytes as they are and gives everything that came back until the connection ended. */
  talk(...parts: readonly (string | Uint8Array)[]): Promise<string> {
    return new Promise((resolve) => {
      let heard = '';
      const socket = connect(this.port, '127.0.0.1', () => {
        for (const part of parts) socket.write(part);
      });
      socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
      // Whoever is cut off while it still sends sees a broken connection; what it heard before counts.
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
  }
}
