import type { FastifyRequest } from 'fastify';
import type { Guard } from '../access/guard.ts';

/** Where browsers reach the ledger, as far as the settings or else the request say; nothing for a program on its folder. */
export const originOf = ({ settings }: Guard, { protocol, host }: FastifyRequest): string =>
  settings === undefined ? '' : (settings.publicUrl ?? `${protocol}://${host}`);
