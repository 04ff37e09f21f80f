import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccessState, couldRecord, may, needsSecondFactor, type Place } from '#access';
import { type CivilDate, isRefusal, oneSpelling, type Refusal, refusal, RefusalError } from '#kernel';
import { refuse } from '../http/refusals.ts';
import { type AccessRule, permissionsOf, ruleOf } from './access.ts';
import type { Identity } from './identity.ts';

/** What the door asks before it lets a request in. */
export interface DoorKeeper {
  /** Who may do what, now. */
  readonly rules: () => AccessState;
  /** The day on which grants must be in force. */
  readonly today: () => CivilDate;
  /** The only organisation of the ledger; nothing when there are several or none. */
  readonly onlyOrganisation: () => string | undefined;
  /** Who asks, proven by what the request carries; nothing when it carries nothing. Throws when the proof is false. */
  readonly identify: (request: FastifyRequest) => Promise<Identity | undefined>;
  /** Refuses a request of a session that does not prove that it comes from its own page. */
  readonly mustBeOwnPage: (request: FastifyRequest) => void;
}

/** Lets in who may, before any body is read. Default deny: a route without a rule answers nobody. */
export function keepDoor(fastify: FastifyInstance, keeper: DoorKeeper): void {
  fastify.decorateRequest('identity', undefined);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404) return;
    const rule = ruleOf(request);
    if (rule === undefined) throw refuse('route-closed', 'Nobody may call this address.');
    if ('open' in rule) return;
    const identity = await keeper.identify(request);
    if (identity === undefined) throw notSignedIn(reply, keeper);
    request.identity = identity;
    if (identity.via === 'session') keeper.mustBeOwnPage(request);
    const granted = decide(rule, identity, request, keeper);
    if (isRefusal(granted)) throw new RefusalError(granted);
  });
}

function notSignedIn(reply: FastifyReply, { rules }: DoorKeeper): RefusalError {
  void reply.header('www-authenticate', 'Bearer realm="obligo"');
  return rules().isSetUp
    ? refuse(
        'not-signed-in',
        'It is not known who asks; expected a session, or the header Authorization: Bearer with a token.',
      )
    : refuse(
        'not-set-up',
        'The ledger has no administrator yet; expected the set-up with the one-time code that the service printed.',
      );
}

/** The grant that lets it in, or why there is none. */
function decide(rule: AccessRule, identity: Identity, request: FastifyRequest, keeper: DoorKeeper): unknown {
  if ('open' in rule || 'signedIn' in rule) return undefined;
  const rules = keeper.rules();
  if (identity.kind === 'local') return locally(rule, rules);
  const { name } = identity;
  const today = keeper.today();
  if (identity.kind === 'person' && !identity.secondFactor && needsSecondFactor(rules, name, today)) {
    return refuse(
      'second-factor-needed',
      `A role of ${name} takes a second factor; expected it to be set up, and ${name} to sign in with it.`,
    ).refusal;
  }
  const place = placeOf(request, rule, keeper);
  if (identity.kind === 'service' && !onlyReads(rule)) return servicesOnlyRead(name);
  if ('posts' in rule) return couldRecord(rules, name, rule.posts, place, today);
  const also = 'alsoMay' in rule ? may(rules, name, rule.alsoMay, place, today) : undefined;
  if (isRefusal(also)) return also;
  const answers = permissionsOf(rule).map((permission) => may(rules, name, permission, place, today));
  const refused = answers.every(isRefusal) ? answers[0] : undefined;
  return refused && cannotAskForPart(refused, rule, place) ? { ...refused, message: asWhole(name) } : refused;
}

/** Whoever is limited to organisations or projects must name one; some addresses take none. */
const cannotAskForPart = ({ details }: Refusal, rule: AccessRule, { project }: Partial<Place>): boolean =>
  (details['projects'] !== undefined && project === undefined && !('byProject' in rule && rule.byProject)) ||
  (details['organisations'] !== undefined && !('byOrganisation' in rule && rule.byOrganisation));

const asWhole = (name: string): string =>
  `${name} may read about some organisations or projects only, and this cannot be asked about one; expected a report that can.`;

/** A program in its own name neither records nor administers, whatever roles its provider claims for it. */
const onlyReads = (rule: AccessRule): boolean =>
  !('posts' in rule) && !permissionsOf(rule).every((permission) => permission === 'administer');

const servicesOnlyRead = (name: string): Refusal =>
  refusal(
    'forbidden',
    'role-missing',
    `${name} is a service, which only reads or operates; expected a person to do this.`,
  );

/**
 * A program that works on the folder itself could read the files anyway: it reads. As long as the ledger has no
 * administrator it may do everything, as a ledger is begun; then whoever posts or administers must be somebody.
 */
function locally(rule: AccessRule, { isSetUp }: AccessState): unknown {
  const reads = permissionsOf(rule).some((permission) => permission !== 'administer');
  if (!isSetUp || reads) return undefined;
  return refuse(
    'not-signed-in',
    'The ledger has accounts: whoever posts must be one of them; expected a token (sign in, then OBLIGO_TOKEN_FILE).',
  ).refusal;
}

/** Where a request goes, as far as its address says it and the route keeps to it. What is named twice is not named. */
function placeOf(
  { params, query }: FastifyRequest,
  rule: AccessRule,
  { onlyOrganisation }: DoorKeeper,
): Partial<Place> {
  const text = (of: unknown, name: string) => {
    const value = (of as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? oneSpelling(value) : undefined;
  };
  const keepsToOrganisation = 'posts' in rule || ('byOrganisation' in rule && rule.byOrganisation);
  const organisation = (keepsToOrganisation ? text(query, 'organisation') : undefined) ?? onlyOrganisation();
  const asked = 'byProject' in rule && rule.byProject ? text(query, 'project') : undefined;
  const project = text(params, 'project') ?? asked;
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(project === undefined ? {} : { project }),
  };
}

/** Whether a request came from this very process, and not over a connection. */
export const isInProcess = ({ raw }: FastifyRequest): boolean => !(raw.socket instanceof Socket);
