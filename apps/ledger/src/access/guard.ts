import type { FastifyInstance } from 'fastify';
import { civilDateOf } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { keepDoor } from './door.ts';
import { Identification } from './identification.ts';
import { holdSessions, mustBeOwnPage } from './sessions.ts';
import type { AccessSettings } from './settings.ts';
import { SignOn } from './sign-on/sign-on.ts';

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

/** Puts the guard before all routes that are registered later. */
export async function guardRoutes(
  fastify: FastifyInstance,
  embedded: EmbeddedLedger,
  settings: AccessSettings | undefined,
  overTls: boolean,
): Promise<Guard> {
  // Roles are over the whole ledger: their days are those of the zone that organisations have unless they say another.
  const today = () => civilDateOf(embedded.clock(), DEFAULT_SETTINGS.calendar.timeZone);
  const signOn = settings?.signOn ? await SignOn.connect(settings.signOn) : undefined;
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
      const [only, ...others] = embedded.tables.organisations.list();
      return others.length === 0 ? only?.organisation : undefined;
    },
    identify: (request) => identification.identify(request),
    mustBeOwnPage: (request) => mustBeOwnPage(fastify, request),
  });
  return new Guard(identification, signOn, settings, secure);
}
