import type { FastifyInstance } from 'fastify';
import { type CivilDate, civilDateOf, type Instant } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { keepDoor } from './door.ts';
import { Identification } from './identification.ts';
import { holdSessions, mustBeOwnPage } from './sessions.ts';
import type { AccessSettings } from './settings.ts';
import type { SignOn } from './sign-on/sign-on.ts';

/** What the routes of accounts and sessions need to know of how people are let in. */
export class Guard {
  constructor(
    readonly identification: Identification,
    readonly signOn: SignOn | undefined,
    /** Absent where the service is asked in process. */
    readonly settings: AccessSettings | undefined,
    /** Whether browsers reach the service over TLS alone. */
    readonly secure: boolean,
  ) {}
}

/** The day in a zone, found once a minute: no clock on Earth changes its day between two. */
function dayIn(timeZone: string, clock: () => Instant): () => CivilDate {
  let known: { readonly minute: string; readonly day: CivilDate } | undefined;
  return () => {
    const now = clock();
    const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length);
    if (known?.minute !== minute) known = { minute, day: civilDateOf(now, timeZone) };
    return known.day;
  };
}

/** Puts the guard before all routes that are registered later. */
export async function guardRoutes(
  fastify: FastifyInstance,
  embedded: EmbeddedLedger,
  settings: AccessSettings | undefined,
  overTls: boolean,
): Promise<Guard> {
  // Roles are over the whole ledger: their days are those of the zone that organisations have unless they say another.
  const today = dayIn(DEFAULT_SETTINGS.calendar.timeZone, embedded.clock);
  const signOn = settings?.signOn && (await connectSignOn(settings.signOn));
  const identification = new Identification({
    identities: () => embedded.identities,
    book: embedded.access,
    signOn,
    today,
    local: settings === undefined,
  });
  const secure = overTls || (settings?.publicUrl?.startsWith('https:') ?? false);
  if (settings) {
    // Whoever serves has accounts: what is wrong with them is told at the start.
    await embedded.identities.ready();
    await holdSessions(fastify, {
      store: embedded.identities.sessions,
      key: embedded.key,
      idleMinutes: settings.session.idleMinutes,
      secure,
    });
  }
  keepDoor(fastify, {
    rules: () => embedded.access.state,
    today,
    onlyOrganisation: () => {
      const { organisations } = embedded;
      return organisations.length === 1 ? organisations[0]?.organisation : undefined;
    },
    identify: (request) => identification.identify(request),
    mustBeOwnPage: (request) => mustBeOwnPage(fastify, request),
  });
  return new Guard(identification, signOn, settings, secure);
}

/** Its libraries are loaded where there is a provider alone: they would lengthen every start. */
async function connectSignOn(settings: NonNullable<AccessSettings['signOn']>): Promise<SignOn> {
  const { SignOn } = await import('./sign-on/sign-on.ts');
  return SignOn.connect(settings);
}
