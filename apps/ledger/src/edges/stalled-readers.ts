import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets go of a connection on which nothing of an answer is taken for so many milliseconds: its answer would
 * stand in memory for ever. The time runs from the answer on, since a posting may take longer to decide.
 */
export function letGoOfStalledReaders(instance: FastifyInstance, milliseconds: number): void {
  instance.addHook('onSend', ({ raw: { socket } }, _reply, _payload, next) => {
    // Asked in process there is no socket, only something in its place.
    if (socket instanceof Socket) socket.setTimeout(milliseconds);
    next();
  });
}
