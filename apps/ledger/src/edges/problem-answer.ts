import { STATUS_CODES } from 'node:http';
import { type Refusal } from '#kernel';
import { problemOf } from '../http/problem.ts';
import { NO_PAGE_POLICY } from './content-security-policy.ts';

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer to what never became a request of a route: no hook runs for it, so it brings its headers along. */
export function problemAnswer(refused: Refusal, status?: number): ProblemAnswer {
  const problem = problemOf(refused);
  const body = JSON.stringify({ ...problem, status: status ?? problem.status });
  return {
    status: status ?? problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      'content-security-policy': NO_PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      connection: 'close',
    },
    body,
  };
}

/** The same as bytes of HTTP, for a connection on which no request was understood. */
export function asHttp({ status, headers, body }: ProblemAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
