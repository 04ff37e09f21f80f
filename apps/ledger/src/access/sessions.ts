import { hkdfSync } from 'node:crypto';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import session, { type FastifySessionOptions, type SessionStore } from '@fastify/session';
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { refusal, RefusalError } from '#kernel';
import { refuse } from '../http/refusals.ts';
import { ruleOf } from './access.ts';

declare module 'fastify' {
  interface Session {
    /** Who signed in; absent before. */
    person?: string;
    secondFactor?: boolean;
  }
}

/** The header that proves that a request of a session comes from a page of this origin. */
export const CSRF_HEADER = 'obligo-csrf';

export interface SessionOptions {
  readonly store: SessionStore;
  /** Sealing key of the ledger; the keys of cookies are derived from it. */
  readonly key: Buffer;
  readonly idleMinutes: number;
  /** Whether browsers reach the service over TLS alone. */
  readonly secure: boolean;
}

/**
 * Sessions of the web app: a cookie that scripts cannot read and other sites cannot send, its contents kept by the
 * service. A browser accepts the prefix `__Host-` only from this very host over TLS.
 */
export async function holdSessions(fastify: FastifyInstance, options: SessionOptions): Promise<void> {
  const { store, key, idleMinutes, secure } = options;
  await fastify.register(cookie, { secret: derived(key, 'obligo cookies') });
  await fastify.register(whereNeeded, {
    store,
    secret: derived(key, 'obligo sessions'),
    cookieName: secure ? '__Host-obligo' : 'obligo',
    cookie: { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: idleMinutes * 60_000 },
    saveUninitialized: false,
    rolling: true,
  });
  await fastify.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: ({ headers }) => [headers[CSRF_HEADER]].flat()[0],
  });
}

type OnRequest = (request: FastifyRequest, reply: FastifyReply, next: (error?: Error) => void) => void;

/**
 * The plugin of sessions, which makes an id and a signature for whoever comes without one. A program that posts with a token
 * of its own has no use for them.
 */
const whereNeeded: FastifyPluginCallback<FastifySessionOptions> = Object.assign(
  (fastify: FastifyInstance, options: FastifySessionOptions, done: (error?: Error) => void) => {
    const sessions = Object.create(fastify) as FastifyInstance;
    const addHook = (name: string, hook: OnRequest) =>
      fastify.addHook(name as 'onRequest', name === 'onRequest' ? unlessByToken(hook) : hook);
    Object.defineProperty(sessions, 'addHook', { value: addHook });
    session(sessions, options, done);
  },
  // What it adds is for the instance that registers it.
  { [Symbol.for('skip-override')]: true },
);

const unlessByToken =
  (hook: OnRequest): OnRequest =>
  (request, reply, next) => {
    const rule = ruleOf(request);
    if (request.headers.authorization !== undefined && rule !== undefined && 'posts' in rule) next();
    else hook(request, reply, next);
  };

/** One secret for each purpose, of the one key (RFC 5869). */
const derived = (key: Buffer, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32)).toString('base64url');

/** Whether a request can have a session: not where the service is asked in process, nor with a token that posts. */
export const hasSession = (request: FastifyRequest): boolean =>
  ((request as { readonly session?: unknown }).session ?? undefined) !== undefined;

/** Begins a session under a new id, so that nobody can have known it before. */
export async function beginSession(
  request: FastifyRequest,
  { person, secondFactor }: { readonly person: string; readonly secondFactor: boolean },
): Promise<void> {
  mustArriveOverTls(request);
  await request.session.regenerate();
  request.session.person = person;
  request.session.secondFactor = secondFactor;
}

/** A browser would not be sent the cookie, and nobody would know why signing in has no effect. */
function mustArriveOverTls({ session: { cookie }, protocol }: FastifyRequest): void {
  if (cookie.secure !== true || protocol === 'https') return;
  throw new RefusalError(
    refusal(
      'invalid',
      'tls-needed',
      'Sessions of this ledger are over TLS alone, and this request came in the clear; expected https, or the proxy that does TLS to be named (--trust-proxy) and to send X-Forwarded-Proto.',
    ),
  );
}

/** Refuses what changes something without the token of the session's own page. */
export function mustBeOwnPage(fastify: FastifyInstance, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const proof = { given: false };
  const answer = { send: () => undefined } as unknown as FastifyReply;
  fastify.csrfProtection(request, answer, () => {
    proof.given = true;
  });
  if (proof.given) return;
  throw refuse(
    'csrf-token-missing',
    `The request comes with a session cookie alone; expected the header ${CSRF_HEADER} with the token of the session (GET session tells it).`,
  );
}
