import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import Provider, {
  type Adapter,
  type AdapterPayload,
  type Configuration as ProviderConfiguration,
} from 'oidc-provider';
import * as client from 'openid-client';

/** Somebody whom the provider knows; whoever types the login is believed. */
export interface ProviderUser {
  readonly preferred_username?: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  /** How the person signs in, such as `['pwd', 'otp']`. */
  readonly amr?: readonly string[];
}

export const USERS: Readonly<Record<string, ProviderUser>> = {
  'u-100': {
    preferred_username: 'malee',
    name: 'Malee Sukjai',
    groups: ['finance-makers'],
    amr: ['pwd', 'otp'],
  },
  'u-200': { preferred_username: 'chai', name: 'Chai Boonmee', groups: ['finance-checkers'], amr: ['pwd'] },
  'u-300': {
    preferred_username: 'anong',
    name: 'Anong Rakdee',
    groups: ['auditors', 'readers'],
    amr: ['pwd', 'mfa'],
  },
  'u-400': { preferred_username: 'somchai@agency.example', groups: [] },
};

/** The ledger as the provider knows it. */
export const LEDGER_CLIENT = { id: 'obligo', secret: 'a-secret-of-the-ledger-alone' };
/** A program that asks the ledger in the name of a person, or in its own. */
const REPORTS_CLIENT = { id: 'reports', secret: 'a-secret-of-the-reports-alone' };
const REPORTS_CALLBACK = 'http://127.0.0.1:9/reports/callback';
/** Whom access tokens are for. */
export const AUDIENCE = 'https://ledger.example/api';

/** Members of a protected header in place of the usual ones; `undefined` leaves one out. */
type Header = Readonly<Record<string, unknown>>;

export interface IdentityProviderOptions {
  readonly users?: Readonly<Record<string, ProviderUser>>;
  /** Where the ledger may have browsers sent. */
  readonly redirectUris?: readonly string[];
  /** The ledger is registered without a secret. */
  readonly publicClient?: boolean;
  /** Takes requests and never answers. */
  readonly silent?: boolean;
  /** Ends every connection when it is used again, as one that was kept too long. */
  readonly forgetful?: boolean;
}

const REDIRECT_URI = 'http://127.0.0.1:8080/api/v1/session/sso/callback';

/** The certified provider `oidc-provider` on loopback, with pages that are walked as a browser would. */
export class IdentityProvider {
  readonly issuer: string;
  readonly redirectUri: string;
  readonly #options: IdentityProviderOptions;
  readonly #users: Readonly<Record<string, ProviderUser>>;
  readonly #redirectUris: readonly string[];
  readonly #asked = new Map<string, number>();
  #server: Server;
  readonly #stored: Stored = new Map();
  #key: Key;
  #published: string | undefined;
  #provider: Provider;

  private constructor(server: Server, key: Key, options: IdentityProviderOptions) {
    this.#options = options;
    this.#users = options.users ?? USERS;
    this.#redirectUris = options.redirectUris ?? [REDIRECT_URI];
    this.redirectUri = this.#redirectUris[0]!;
    this.issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    this.#server = server;
    this.#key = key;
    this.#provider = this.#provide();
    this.#serve();
  }

  static async start(options: IdentityProviderOptions = {}): Promise<IdentityProvider> {
    return new IdentityProvider(await listening(0), await newKey(), options);
  }

  /** Stops listening, where it does not yet; who asks finds nobody. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Listens again, on the same address. */
  async resume(): Promise<void> {
    this.#server = await listening(portOf(this.issuer));
    this.#serve();
  }

  /** From now on everything is signed by a new key, and the old one is published no more. */
  async rotateKeys(): Promise<void> {
    this.#key = await newKey();
    this.#provider = this.#provide();
  }

  /** From now on publishes a key that it does not sign by, as if somebody else gave its answers. */
  async publishForeignKey(): Promise<void> {
    const { kty, n, e, alg, use } = await newKey();
    this.#published = JSON.stringify({ keys: [{ kty, n, e, alg, use, kid: this.#key.kid }] });
  }

  /** How often a path was asked for, such as `/jwks`. */
  asked(path: string): number {
    return this.#asked.get(path) ?? 0;
  }

  /** Signs somebody in and consents to everything; answers the address that the browser is sent back to. */
  async signIn(url: URL | string, login: string): Promise<URL> {
    return walk(new URL(url), login, this.issuer);
  }

  /** An access token for the ledger: of a person, or (without a login) of a program in its own name. */
  async accessToken({
    login,
    audience = AUDIENCE,
  }: { login?: string; audience?: string } = {}): Promise<string> {
    const config = await this.#reports();
    if (login !== undefined) return (await this.#tokens(config, login, audience)).access_token;
    const tokens = await client.clientCredentialsGrant(config, { resource: audience, scope: 'ledger' });
    return tokens.access_token;
  }

  /** The ID token that somebody's sign-in gives to the client it is meant for. */
  async idToken(login: string): Promise<string> {
    return (await this.#tokens(await this.#reports(), login)).id_token!;
  }

  /** Claims of a good access token, changed; `undefined` leaves one out. */
  claims(changed: Readonly<Record<string, unknown>> = {}): JWTPayload {
    const now = Math.floor(Date.now() / 1_000);
    const good = {
      iss: this.issuer,
      aud: AUDIENCE,
      sub: 'u-100',
      client_id: REPORTS_CLIENT.id,
      preferred_username: 'malee',
      groups: ['finance-makers'],
      iat: now,
      exp: now + 300,
      jti: 'a-token-of-its-own',
    };
    return Object.fromEntries(
      Object.entries<unknown>({ ...good, ...changed }).filter(([, value]) => value !== undefined),
    );
  }

  /** A token signed by the real key of the provider, whatever it says. */
  async signed(claims: JWTPayload, header: Header = {}): Promise<string> {
    return sign(claims, this.#key, header);
  }

  /** Tokens that nobody but an attacker makes. */
  readonly forged = {
    /** `alg: none`, without a signature. */
    unsigned: (claims: JWTPayload) => unsignedAs('none', claims),
    /** The same, spelt so that a careless comparison lets it through. */
    unsignedAs: (alg: string, claims: JWTPayload) => unsignedAs(alg, claims),
    /** HS256, with the public key of the provider as the secret. */
    byPublicKey: async (claims: JWTPayload) => {
      const secret = new TextEncoder().encode(await exportSPKI(await publicKeyOf(this.#key)));
      const header = { alg: 'HS256', typ: 'at+jwt', kid: this.#key.kid };
      return new SignJWT(claims).setProtectedHeader(header).sign(secret);
    },
    /** A key of the attacker's own under the name of the provider's. */
    byStranger: async (claims: JWTPayload) => sign(claims, { ...(await newKey()), kid: this.#key.kid }),
    /** A key of the attacker's own, sent along in the header. */
    withOwnKey: async (claims: JWTPayload) => {
      const own = await newKey();
      const { kty, n, e } = own;
      return sign(claims, own, { jwk: { kty, n, e } });
    },
    /** A good token with other claims behind its signature. */
    altered: async (claims: JWTPayload) => {
      const [header, , signature] = (await this.signed(this.claims())).split('.');
      return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    },
  };

  #serve(): void {
    if (this.#options.silent === true) return;
    const used = new WeakSet<object>();
    this.#server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (this.#options.forgetful === true && used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      const { pathname } = new URL(request.url ?? '/', this.issuer);
      this.#asked.set(pathname, this.asked(pathname) + 1);
      if (pathname === '/jwks' && this.#published !== undefined) {
        response.setHeader('content-type', 'application/json');
        response.end(this.#published);
      } else if (pathname.startsWith('/interaction/')) {
        this.#interact(request, response).catch((error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        });
      } else void this.#provider.callback()(request, response);
    });
  }

  #provide(): Provider {
    return new Provider(this.issuer, {
      ...providerSettings(this.#users),
      adapter: (model) => new MemoryAdapter(model, this.#stored),
      clients: [
        {
          client_id: LEDGER_CLIENT.id,
          redirect_uris: [...this.#redirectUris],
          ...(this.#options.publicClient === true
            ? { token_endpoint_auth_method: 'none' }
            : { client_secret: LEDGER_CLIENT.secret }),
        },
        {
          client_id: REPORTS_CLIENT.id,
          client_secret: REPORTS_CLIENT.secret,
          redirect_uris: [REPORTS_CALLBACK],
          grant_types: ['authorization_code', 'client_credentials'],
        },
      ],
      jwks: { keys: [this.#key] },
    });
  }

  async #reports(): Promise<client.Configuration> {
    return client.discovery(
      new URL(this.issuer),
      REPORTS_CLIENT.id,
      undefined,
      client.ClientSecretBasic(REPORTS_CLIENT.secret),
      { execute: [client.allowInsecureRequests] },
    );
  }

  async #tokens(config: client.Configuration, login: string, audience?: string) {
    const resource: Record<string, string> = audience === undefined ? {} : { resource: audience };
    const [verifier, nonce] = [client.randomPKCECodeVerifier(), client.randomNonce()];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: REPORTS_CALLBACK,
      scope: 'openid profile ledger',
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...resource,
    });
    const callback = await this.signIn(url, login);
    const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce };
    return client.authorizationCodeGrant(config, callback, checks, resource);
  }

  /** The pages between the request and the way back: who are you, and do you agree. */
  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider;
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      response.end(`<form method="post"><input name="${prompt.name}"></form>`);
      return;
    }
    if (prompt.name === 'login') {
      const accountId = new URLSearchParams(await bodyOf(request)).get('login') ?? '';
      const amr = [...(this.#users[accountId]?.amr ?? [])];
      await provider.interactionFinished(request, response, { login: { accountId, amr } });
      return;
    }
    const grant = new provider.Grant({
      accountId: session!.accountId,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope(String(params['scope']));
    if (typeof params['resource'] === 'string') grant.addResourceScope(params['resource'], 'ledger');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}

const providerSettings = (users: Readonly<Record<string, ProviderUser>>): ProviderConfiguration => ({
  findAccount: (_, id) =>
    users[id] === undefined
      ? undefined
      : {
          accountId: id,
          claims: () => ({ sub: id, ...users[id], amr: undefined, groups: [...(users[id]?.groups ?? [])] }),
        },
  claims: { openid: ['sub', 'amr'], profile: ['name', 'preferred_username', 'groups'] },
  scopes: ['openid', 'profile'],
  cookies: { keys: ['a-key-of-the-test-alone'] },
  pkce: { required: () => true },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  // A person's token says who it is, a program's what it may.
  extraTokenClaims: (_, token) =>
    'accountId' in token && typeof token.accountId === 'string'
      ? { ...users[token.accountId] }
      : { groups: ['reporting-services'] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => ({
        scope: 'ledger',
        audience: resource,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  ttl: {
    AccessToken: 300,
    AuthorizationCode: 60,
    ClientCredentials: 300,
    Grant: 600,
    IdToken: 300,
    Interaction: 600,
    Session: 600,
  },
});

type Stored = Map<string, AdapterPayload>;

/** Keeps what the provider knows as long as the fixture lives, also when its keys change. */
class MemoryAdapter implements Adapter {
  readonly #model: string;
  readonly #stored: Stored;

  constructor(model: string, stored: Stored) {
    this.#model = model;
    this.#stored = stored;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#stored.set(this.#of(id), payload);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#stored.get(this.#of(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#stored.values()].find((payload) => payload.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.#stored.get(this.#of(id));
    if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.#stored.delete(this.#of(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.#stored) {
      if (payload.grantId === grantId) this.#stored.delete(key);
    }
  }

  #of(id: string): string {
    return `${this.#model} ${id}`;
  }
}

async function listening(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (address: string): number => Number(new URL(address).port);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Follows redirects and fills in forms until the browser leaves the provider. */
async function walk(start: URL, login: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [url, init]: [URL, RequestInit] = [start, {}];
  for (let step = 0; step < 20; step += 1) {
    if (url.origin !== issuer) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // The browser shares no connection with the ledger.
    const headers = { cookie, connection: 'close' };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const [name, value] of response.headers.getSetCookie().map(cookieOf)) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    if (location !== null) [url, init] = [new URL(location, url), {}];
    else if (page.startsWith('<form')) init = { method: 'POST', body: new URLSearchParams({ login }) };
    else throw new Error(`The provider shows ${String(response.status)}: ${page.slice(0, 2_000)}`);
  }
  throw new Error('The provider sends the browser round and round.');
}

const cookieOf = (header: string): [string, string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  return [name, value];
};

type Key = JWK & { readonly kid: string };

async function newKey(): Promise<Key> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' };
}

async function publicKeyOf({ kty, n, e }: JWK) {
  const key = await importJWK({ kty, n, e } as JWK, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('an RSA key is no secret');
  return key;
}

async function sign(claims: JWTPayload, key: Key, header: Header = {}): Promise<string> {
  const whole = { alg: 'RS256', typ: 'at+jwt', kid: key.kid, ...header } as JWTHeaderParameters;
  const crit = Object.fromEntries((whole.crit ?? []).map((name) => [name, true]));
  return new SignJWT(claims).setProtectedHeader(whole).sign(await importJWK(key, 'RS256'), { crit });
}

/** `none` as UnsecuredJWT writes it, with another spelling and a type where asked for. */
function unsignedAs(alg: string, claims: JWTPayload): string {
  const [, payload] = new UnsecuredJWT(claims).encode().split('.');
  const header = Buffer.from(JSON.stringify({ alg, typ: 'at+jwt' })).toString('base64url');
  return `${header}.${payload!}.`;
}
