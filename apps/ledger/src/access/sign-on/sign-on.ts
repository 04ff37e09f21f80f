import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { refuseAtSight, verifiedBearer, verifiedIdToken } from './bearer.ts';
import { type Claimed, claimedFrom, type ClaimedRole, type Claims, rolesFrom } from './claims.ts';
import { checkSignOn, readRoleClaims, type RoleClaim, type SignOnConfig } from './config.ts';
import { Provider, type ReachedProvider, type SignOnTiming } from './provider.ts';
import { signInFailure, tokenFailure } from './failures.ts';
import { signOnRefused, tokenRefused } from './refused.ts';

/**
 * What ties the answer of the provider to the browser that began. The caller keeps it there, signed, HttpOnly and
 * for minutes; whoever has it and the answer is signed in.
 */
export interface SignOnFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where the provider sends the browser; the code is good for this address alone. */
  readonly redirectUri: string;
}

/** Single sign-on by OpenID Connect: code flow with PKCE for people, bearer tokens for programs. */
export class SignOn {
  readonly #config: SignOnConfig;
  readonly #rules: readonly RoleClaim[];
  readonly #provider: Provider;

  private constructor(config: SignOnConfig, rules: readonly RoleClaim[], timing: SignOnTiming) {
    this.#config = config;
    this.#rules = rules;
    this.#provider = new Provider(config, timing);
  }

  /** Reads the configuration and refuses with every fault of it named; the provider is not asked yet. */
  static async connect(config: SignOnConfig, timing: SignOnTiming = {}): Promise<SignOn> {
    checkSignOn(config);
    return new SignOn(config, await readRoleClaims(config.rolesFile), timing);
  }

  /** Asks whether the provider answers; refuses with `sign-on-unavailable`. For a warning at start. */
  async reach(): Promise<void> {
    await this.#provider.reach();
  }

  /** Where to send the browser, and what to keep until it comes back. */
  async begin(redirectUri: string): Promise<{ url: URL; flow: SignOnFlow }> {
    const { configuration } = await this.#provider.reach();
    const flow = {
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
      redirectUri,
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.#config.scope ?? 'openid profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, flow };
  }

  /**
   * Who came back. Refuses with `sign-on-refused` what does not answer `flow`, and a code that was used before.
   * @param currentUrl the address called by the browser; only its query counts, a forged Host header does not
   */
  async finish(currentUrl: URL, flow: SignOnFlow): Promise<Claimed> {
    const reached = await this.#provider.reach();
    try {
      return await this.#redeem(reached, currentUrl, flow);
    } catch (error) {
      throw signInFailure(error);
    }
  }

  /** Whom an access token stands for; refuses with `token-refused`. */
  async bearer(jwt: string): Promise<Claimed> {
    const { audience, issuer } = this.#config;
    if (audience === undefined) throw tokenRefused('no audience is configured');
    refuseAtSight(jwt, issuer);
    const reached = await this.#provider.reach();
    try {
      const claims = await verifiedBearer(jwt, reached, audience);
      return claimedFrom(claims, claims['amr'], this.#config, this.#rules);
    } catch (error) {
      throw tokenFailure(error);
    }
  }

  /** What the configuration gives for claims. */
  rolesOf(claims: Claims): ClaimedRole[] {
    return rolesFrom(claims, this.#rules);
  }

  async #redeem(reached: ReachedProvider, currentUrl: URL, flow: SignOnFlow): Promise<Claimed> {
    const { configuration } = reached;
    const callback = new URL(flow.redirectUri);
    callback.search = currentUrl.search;
    const tokens = await authorizationCodeGrant(configuration, callback, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.codeVerifier,
      idTokenExpected: true,
    });
    if (tokens.id_token === undefined) throw signOnRefused('there is no ID token');
    const identity = await verifiedIdToken(tokens.id_token, reached, this.#config.clientId);
    const more =
      configuration.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await fetchUserInfo(configuration, tokens.access_token, identity.sub);
    return claimedFrom({ ...more, ...identity }, identity['amr'], this.#config, this.#rules);
  }
}
