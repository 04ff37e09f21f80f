import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { AccessCommandRoute, AccessQuery } from './access-route.ts';
import { ChangePasswordDto, SecondFactorDto, SignInDto } from './access.dto.ts';
import { Guard } from './guard.ts';
import { identityOf } from './identity.ts';
import {
  secondFactorBegunAnswer,
  secondFactorConfirmedAnswer,
  sessionAnswer,
  signedInAnswer,
  signedOutAnswer,
  waysAnswer,
} from './session.answers.ts';
import { OwnSession } from './own-session.ts';
import { beginSession, hasSession } from './sessions.ts';
import { TokenIssuer } from './token-issuer.ts';

const OPEN = { open: true } as const;
const SIGNED_IN = { signedIn: true } as const;

/** Signing in and out, and what people do with their own account. */
@ApiTags('Session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly own: OwnSession,
    private readonly issuer: TokenIssuer,
    private readonly guard: Guard,
  ) {}

  @AccessQuery({
    path: 'ways',
    id: 'showSignInWays',
    rule: OPEN,
    summary: 'How one signs in here: whether the ledger is set up, and whether an identity provider signs in',
    answer: waysAnswer,
  })
  ways() {
    return {
      schema: 'obligo.sign-in-ways/1',
      isSetUp: this.ledger.access.state.isSetUp,
      singleSignOn: this.guard.signOn !== undefined,
    };
  }

  @AccessCommandRoute({
    path: '',
    id: 'signIn',
    rule: OPEN,
    summary: 'Sign in with name and password; pages get a cookie, programs a token',
    description:
      'An unknown name, a wrong password and a closed account are refused alike. After five failures a name waits, longer each time.',
    answer: signedInAnswer,
  })
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { people, secondFactors } = this.ledger.identities;
    const { name } = await people.check(body.name, body.password, request.ip);
    const secondFactor = await secondFactors.has(name);
    if (secondFactor) {
      if (body.secondFactorCode === undefined) {
        throw refuse(
          'second-factor-code-missing',
          'The password is right; expected the code of the authenticator, too.',
        );
      }
      await secondFactors.verify(name, body.secondFactorCode, request.ip);
    }
    await this.ledger.identities.happenings.tell('signed-in', name, name, request.ip);
    if (body.as === 'token') return this.issuer.forPerson(name, secondFactor);
    if (!hasSession(request)) {
      throw refuse('input-invalid', 'Sessions are for pages; expected as: token here.', {
        errors: [{ field: 'as', expected: 'must be token' }],
      });
    }
    await beginSession(request, { person: name, secondFactor });
    return {
      ...(await this.own.of({ name, kind: 'person', secondFactor })),
      csrfToken: reply.generateCsrf(),
    };
  }

  @AccessQuery({
    path: '',
    id: 'showSession',
    rule: SIGNED_IN,
    summary: 'Who I am, and what I may do',
    answer: sessionAnswer,
  })
  async show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const identity = identityOf(request);
    const { via } = identity;
    const self = { ...(await this.own.of(identity)), via };
    return via === 'session' ? { ...self, csrfToken: reply.generateCsrf() } : self;
  }

  @AccessCommandRoute({
    path: 'end',
    id: 'signOut',
    rule: SIGNED_IN,
    summary: 'Sign out: the session or token ends',
    answer: signedOutAnswer,
  })
  async signOut(@Req() request: FastifyRequest) {
    const { via } = identityOf(request);
    if (via === 'session') await request.session.destroy();
    else if (via === 'token') await this.issuer.revokeOwn(request);
    return { schema: 'obligo.session/1', signedIn: false };
  }

  @AccessCommandRoute({
    path: 'password',
    id: 'changePassword',
    rule: SIGNED_IN,
    summary: 'Change my password; all my sessions and tokens end',
    answer: signedOutAnswer,
  })
  async changePassword(
    @Body() { oldPassword, newPassword }: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ) {
    await this.ledger.identities.people.changePassword(this.#person(request), oldPassword, newPassword);
    return { schema: 'obligo.session/1', signedIn: false };
  }

  @AccessCommandRoute({
    path: 'second-factor',
    id: 'beginSecondFactor',
    rule: SIGNED_IN,
    created: true,
    summary: 'A secret for my authenticator (TOTP, RFC 6238); it counts once it is confirmed',
    answer: secondFactorBegunAnswer,
  })
  async beginSecondFactor(@Req() request: FastifyRequest) {
    const name = this.#person(request);
    await this.#mustProveOldFactor(request, name);
    return { schema: 'obligo.second-factor/1', ...(await this.ledger.identities.secondFactors.begin(name)) };
  }

  @AccessCommandRoute({
    path: 'second-factor/confirmation',
    id: 'confirmSecondFactor',
    rule: SIGNED_IN,
    summary: 'The first code of my authenticator; from now on I sign in with it',
    answer: secondFactorConfirmedAnswer,
  })
  async confirmSecondFactor(@Body() { code }: SecondFactorDto, @Req() request: FastifyRequest) {
    const name = this.#person(request);
    await this.ledger.identities.secondFactors.confirm(name, code);
    if (identityOf(request).via === 'session')
      await beginSession(request, { person: name, secondFactor: true });
    return { schema: 'obligo.second-factor/1', confirmed: true };
  }

  /** Whoever has only the password does not replace the second factor. */
  async #mustProveOldFactor(request: FastifyRequest, name: string): Promise<void> {
    if (identityOf(request).secondFactor || !(await this.ledger.identities.secondFactors.has(name))) return;
    throw refuse('second-factor-needed', `${name} has a second factor; expected a sign-in with it.`);
  }

  #person(request: FastifyRequest): string {
    const { name, kind, via } = identityOf(request);
    if (kind === 'person' && via !== 'bearer') return name;
    throw refuse(
      'not-an-account',
      `${name} does not sign in here with a password; expected a person who does.`,
    );
  }
}
