import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RefusalError } from '#kernel';
import { refuse } from '../http/refusals.ts';
import { jsonExcess, type JsonLimits } from './json-shape.ts';

/** Far beyond what any command needs; large tables come as text within one member. */
const LIMITS: JsonLimits = { depth: 32, members: 10_000 };

/**
 * Takes JSON and nothing else. The limits are held before the parser builds anything; keys that reach for prototypes,
 * or stand twice in one object, are refused. No other type is taken: a form of a foreign page can send text and forms
 * only.
 */
export function takeJsonAlone(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    function (request, body, done) {
      const refused = charsetRefused(request) ?? excessOf(body);
      if (refused) done(refused);
      else void parse(request, body.toString('utf8'), done);
    },
  );
}

/** Bytes that claim another encoding are not guessed at: a letter could become another one. */
function charsetRefused({ headers }: FastifyRequest): RefusalError | undefined {
  const [, charset] = CHARSET.exec(headers['content-type'] ?? '') ?? [];
  // ASCII is UTF-8 as well.
  if (charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset)) return undefined;
  return refuse(
    'body-malformed',
    `The content type names the charset ${charset.slice(0, 64)}: expected UTF-8, which JSON always has.`,
  );
}

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

function excessOf(body: Buffer): RefusalError | undefined {
  if (!isUtf8(body)) return refuse('body-malformed', 'The body is not text in UTF-8.');
  const excess = jsonExcess(body, LIMITS);
  if (typeof excess === 'object') {
    const member = excess.twice.slice(0, 64);
    return refuse('body-malformed', `The body has the member "${member}" twice: expected it once.`, {
      member,
    });
  }
  switch (excess) {
    case 'depth':
      return refuse(
        'body-too-deep',
        `The body is nested too deeply: expected at most ${LIMITS.depth} lists and objects within one another.`,
      );
    case 'members':
      return refuse(
        'body-too-large',
        `The body has too many members: expected at most ${LIMITS.members} in all its lists and objects.`,
      );
    case undefined:
      return undefined;
  }
}
