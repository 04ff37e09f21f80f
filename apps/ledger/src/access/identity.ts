import type { FastifyRequest } from 'fastify';
import { refuse } from '../http/refusals.ts';

/** Who asks, as it was proven; never what a request says of itself. */
export interface Identity {
  /** Stands as the author in events. */
  readonly name: string;
  /** A person, a service that reads, or a program on this machine that works on the folder itself. */
  readonly kind: 'person' | 'service' | 'local';
  readonly via: 'session' | 'token' | 'bearer' | 'local';
  readonly secondFactor: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Absent while it is not known who asks. */
    identity?: Identity;
  }
}

export function identityOf({ identity }: FastifyRequest): Identity {
  if (identity) return identity;
  throw refuse(
    'not-signed-in',
    'It is not known who asks; expected a session, or Authorization: Bearer with a token.',
  );
}

/** Who asks, as far as it is known. */
export const identityIn = ({ identity }: FastifyRequest): Identity | undefined => identity;
