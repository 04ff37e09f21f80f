import { Controller, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../http/refusals.ts';
import { SignOnDto } from './access.dto.ts';
import { AccessQuery } from './access-route.ts';
import { Guard } from './guard.ts';
import { beginSession } from './sessions.ts';
import { LOOPBACK } from './sign-on/config.ts';
import type { SignOn, SignOnFlow } from './sign-on/sign-on.ts';
import { pageOfOurs, refusedPage } from './sign-on/way-back.ts';

const PATH = '/api/v1/session/sign-on';
const COOKIE = 'obligo-sign-on';
const MINUTES = 10;

interface Flow extends SignOnFlow {
  /** The page that the person asked for before signing in. */
  readonly next: string;
}

/** Signing in at the identity provider of the organisation (OpenID Connect, code flow with PKCE). */
@ApiTags('Session')
@Controller('session/sign-on')
export class SignOnController {
  constructor(private readonly guard: Guard) {}

  @AccessQuery({
    path: '',
    id: 'beginSignOn',
    rule: { open: true },
    summary: 'Go to the identity provider; it sends the browser back signed in',
  })
  async begin(@Query() { next }: SignOnDto, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { url, flow } = await this.#signOn().begin(`${this.#origin(request)}${PATH}/callback`);
    // Lax, since the way back comes from another site; it is useless without the code that comes with it.
    void reply
      .setCookie(
        COOKIE,
        Buffer.from(JSON.stringify({ ...flow, next: pageOfOurs(next) })).toString('base64url'),
        {
          path: PATH,
          httpOnly: true,
          sameSite: 'lax',
          secure: this.guard.secure,
          signed: true,
          maxAge: MINUTES * 60,
        },
      )
      .redirect(url.href, 302);
  }

  @AccessQuery({
    path: 'callback',
    id: 'endSignOn',
    rule: { open: true },
    summary: 'Where the identity provider sends the browser back to',
  })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const signOn = this.#signOn();
    void reply.clearCookie(COOKIE, { path: PATH });
    try {
      const { next, ...flow } = flowOf(request);
      const claimed = await signOn.finish(new URL(request.url, this.#origin(request)), flow);
      const { name, secondFactor } = await this.guard.identification.claimed(claimed);
      await beginSession(request, { person: name, secondFactor });
      void reply.redirect(next, 302);
    } catch (error) {
      const page = refusedPage(request, error);
      if (page === undefined) throw error;
      void reply.redirect(page, 302);
    }
  }

  #signOn(): SignOn {
    if (this.guard.signOn) return this.guard.signOn;
    throw refuse(
      'sign-on-not-configured',
      'No identity provider is configured; expected OBLIGO_OIDC_ISSUER to name one.',
    );
  }

  /** The address that the browser uses, from the settings. The header Host is believed on this machine alone: anybody can write another. */
  #origin({ protocol, host }: FastifyRequest): string {
    const { publicUrl } = this.guard.settings ?? {};
    if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
    const asked = `${protocol}://${host}`;
    if (URL.canParse(asked) && LOOPBACK.test(new URL(asked).hostname)) return new URL(asked).origin;
    throw refuse(
      'sign-on-not-configured',
      'It is not known where browsers find the ledger; expected OBLIGO_PUBLIC_URL to say it.',
    );
  }
}

function flowOf(request: FastifyRequest): Flow {
  const read = request.unsignCookie(request.cookies[COOKIE] ?? '');
  const flow = read.valid ? parsed(Buffer.from(read.value, 'base64url').toString('utf8')) : undefined;
  if (flow) return flow;
  throw refuse(
    'sign-on-refused',
    'This browser did not begin to sign in, or too long ago; expected to begin anew.',
  );
}

/** A signature says that the value is ours, not that it is of this cookie. */
function parsed(text: string): Flow | undefined {
  try {
    const { state, nonce, codeVerifier, redirectUri, next } = JSON.parse(text) as Partial<Flow>;
    if (!state || !nonce || !codeVerifier || !redirectUri) return undefined;
    return { state, nonce, codeVerifier, redirectUri, next: pageOfOurs(next) };
  } catch {
    return undefined;
  }
}
