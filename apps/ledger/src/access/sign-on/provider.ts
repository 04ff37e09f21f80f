import { createRemoteJWKSet, customFetch as fetchOfKeys, type JWTVerifyGetKey } from 'jose';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  None,
} from 'openid-client';
import { isSafeAddress, type SignOnConfig } from './config.ts';
import { reasonOf } from './failures.ts';
import { signOnUnavailable } from './refused.ts';

export interface SignOnTiming {
  /** How long the provider may take for an answer; 5 seconds when absent. */
  readonly timeoutMs?: number | undefined;
  /** How long a key that nobody knows is not asked for again, so that forged tokens do not flood the provider; 10 seconds when absent. */
  readonly keyCoolDownMs?: number | undefined;
}

/** A provider that answered: where it is asked what, and the keys it signs by now. */
export interface ReachedProvider {
  readonly configuration: Configuration;
  /** Issuer to the letter, as tokens name it. */
  readonly issuer: string;
  /** Finds the key of a token; fetches the keys again when they are old or none fits, so that they may change. */
  readonly keys: JWTVerifyGetKey;
}

/**
 * The identity provider, looked up when it is first needed and as often as that fails: the ledger starts and takes
 * passwords while the provider is down.
 */
export class Provider {
  readonly #config: SignOnConfig;
  readonly #timing: SignOnTiming;
  #reached: Promise<ReachedProvider> | undefined;

  constructor(config: SignOnConfig, timing: SignOnTiming) {
    this.#config = config;
    this.#timing = timing;
  }

  /** Refuses with `sign-on-unavailable`; whoever asks meanwhile waits for the same answer. */
  reach(): Promise<ReachedProvider> {
    this.#reached ??= this.#lookUp().catch((error: unknown) => {
      this.#reached = undefined;
      throw signOnUnavailable(reasonOf(error));
    });
    return this.#reached;
  }

  async #lookUp(): Promise<ReachedProvider> {
    const { issuer, clientId, clientSecret } = this.#config;
    const { timeoutMs = 5_000, keyCoolDownMs = 10_000 } = this.#timing;
    const configuration = await discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === undefined ? None() : clientAuthentication(clientSecret),
      {
        timeout: timeoutMs / 1_000,
        execute: new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [],
        [customFetch]: fetchAlone,
      },
    );
    const metadata = configuration.serverMetadata();
    safe(metadata.authorization_endpoint, 'authorization_endpoint');
    safe(metadata.token_endpoint, 'token_endpoint');
    if (metadata.userinfo_endpoint !== undefined) safe(metadata.userinfo_endpoint, 'userinfo_endpoint');
    const keys = createRemoteJWKSet(safe(metadata.jwks_uri, 'jwks_uri'), {
      timeoutDuration: timeoutMs,
      cooldownDuration: keyCoolDownMs,
      [fetchOfKeys]: fetchAlone,
    });
    return { configuration, issuer: metadata.issuer, keys };
  }
}

/** Asks on a connection of its own: the provider may end one that was kept just as the next person signs in. */
const fetchAlone = (url: string, asked: { readonly headers: Headers | Record<string, string> }) => {
  const headers = new Headers(asked.headers);
  headers.set('connection', 'close');
  return fetch(url, { ...asked, headers });
};

function safe(address: string | undefined, field: string): URL {
  if (address !== undefined && isSafeAddress(address)) return new URL(address);
  throw new Error(`its ${field} is ${address ?? 'missing'}; expected https, or http on loopback`);
}

/** Basic is what a client uses that was registered without saying more (OpenID Connect Registration, section 2). */
const clientAuthentication =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    authenticate(secret)(server, client, body, headers);
  };
