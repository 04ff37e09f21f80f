import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse } from '../http/refusals.ts';
import { asHttp, problemAnswer } from './problem-answer.ts';

interface Malformation {
  readonly status: number;
  readonly detail: string;
}

const KNOWN: Readonly<Record<string, Malformation>> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'its address and headers are longer than 16 KiB' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'it did not arrive in time' },
};
const OTHER: Malformation = { status: 400, detail: 'it is not well-formed HTTP/1.1' };

/** Answers what the parser of HTTP refuses, and lets the connection go; whoever is gone gets no answer. */
export function answerMalformed(error: Error & { readonly code?: string }, socket: Socket): void {
  const { code = '' } = error;
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const { status, detail } = KNOWN[code] ?? OTHER;
  if (socket.writable) {
    const { refusal } = refuse('request-malformed', `The request cannot be read: ${detail}.`);
    socket.write(asHttp(problemAnswer(refusal, status)));
  }
  socket.destroy(error);
}

/** Answers whoever expects more of the service than to go on with the body; nothing of the body is read. */
export function answerUnexpected(_: unknown, response: ServerResponse): void {
  const { refusal } = refuse(
    'request-malformed',
    'The request cannot be read: it expects something else than 100-continue.',
  );
  const { status, headers, body } = problemAnswer(refusal, 417);
  response.writeHead(status, { ...headers }).end(body);
}
