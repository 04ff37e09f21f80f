import { createHash } from 'node:crypto';
import type { Database } from '#database';
import type { Link, Links } from './links.ts';
import type { People } from './people.ts';
import { findRow, mustBeThere, type Person } from './person.ts';

/** Somebody as a provider knows him. */
export interface ProvidersIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly wanted: string;
  readonly displayName?: string;
  /** When the provider said so, in its own seconds. */
  readonly spokenAt?: number;
}

export interface LinkedPerson extends Person {
  /** Whether the provider has said nothing later; what it said before does not count any more. */
  readonly isLatest: boolean;
}

export interface LinkParts {
  readonly database: Database;
  readonly links: Links;
  readonly people: Pick<People, 'open'>;
}

/** The account that an identity of a provider is linked to; opened at its first sign-in, under a free name. */
export async function linkedPerson(parts: LinkParts, identity: ProvidersIdentity): Promise<LinkedPerson> {
  const { database, links } = parts;
  const { issuer, subject, spokenAt: said = 0 } = identity;
  const { name, spokenAt } =
    (await links.find(issuer, subject)) ?? (await database.transaction(() => link(parts, identity)));
  const at = Math.floor(said);
  if (at > spokenAt) await links.spoke(issuer, subject, at);
  return { ...(await mustBeThere(database, name)), isLatest: at >= spokenAt };
}

async function link({ database, links, people }: LinkParts, identity: ProvidersIdentity): Promise<Link> {
  const { issuer, subject, wanted, displayName } = identity;
  // Another of the first requests may have been faster.
  const found = await links.find(issuer, subject);
  if (found !== undefined) return found;
  const isTaken = (await findRow(database, wanted)) !== undefined;
  const { name } = await people.open({
    name: isTaken ? nameBeside(wanted.normalize('NFC'), issuer, subject) : wanted,
    by: 'sign-on',
    ...(displayName === undefined ? {} : { displayName }),
  });
  await links.add(issuer, subject, name);
  return { name, spokenAt: 0 };
}

/** Another name for whoever wants a taken one: the same each time, and hardly anybody else's. */
function nameBeside(wanted: string, issuer: string, subject: string): string {
  const suffix = createHash('sha256').update(`${issuer} ${subject}`).digest('hex').slice(0, 6);
  return `${Array.from(wanted).slice(0, 25).join('')}-${suffix}`;
}
