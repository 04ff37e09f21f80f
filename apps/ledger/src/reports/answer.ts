import type { FastifyReply } from 'fastify';
import type { Projection } from '#read-models';
import { renderCsv, renderText, type Table } from '#reporting';
import { isLongList, jsonBytes } from './json-bytes.ts';
import type { KnownAt } from './known-at.ts';

export const FORMATS = ['json', 'csv', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** Where an answer comes from, so that it can be asked for again years later. */
export interface Provenance {
  /** What was asked, with every default filled in. */
  readonly query: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly knownAt: KnownAt;
  readonly projection: Pick<Projection, 'name' | 'version'>;
}

/** One answer in three forms. */
export interface Answer {
  readonly schema: string;
  readonly provenance: Provenance;
  /** The members of the JSON answer beside schema and provenance. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The table for CSV and for people, made where it is asked for; its caption is completed with the provenance. */
  readonly table: Table;
  /** How many cells differ, where that is the question. */
  readonly differences?: number;
}

export const knownAtJson = ({ asked, position, bookedAt }: KnownAt) => ({
  asked,
  position: String(position),
  bookedAt: bookedAt ?? null,
});

const queryLine = ({ query }: Provenance): string =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    .join('&');

export const knownAtLine = ({ asked, position, bookedAt }: KnownAt): string =>
  `As known at position ${position}${bookedAt === undefined ? ', before the first event' : `, booked ${bookedAt}`}${asked === 'now' || asked === String(position) ? '' : ` (${asked})`}`;

export function sendAnswer(reply: FastifyReply, answer: Answer, format: Format): void {
  const { provenance, differences } = answer;
  const { knownAt, projection } = provenance;
  void reply.headers({
    'obligo-position': String(knownAt.position),
    'obligo-projection': `${projection.name}/${projection.version}`,
    'obligo-query': queryLine(provenance),
    ...(knownAt.bookedAt === undefined ? {} : { 'obligo-booked-at': knownAt.bookedAt }),
    ...(differences === undefined ? {} : { 'obligo-differences': String(differences) }),
  });
  void reply.type(TYPES[format]).send(bodyOf(answer, format));
}

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  table: 'text/plain; charset=utf-8',
};

function bodyOf(answer: Answer, format: Format): string | Buffer {
  if (format === 'csv') return textBody(renderCsv(answer.table));
  if (format === 'table') return textBody(renderText(withProvenance(answer.table, answer.provenance)));
  const json = jsonOf(answer);
  return Object.values(answer.body).some(isLongList)
    ? jsonBytes(json)
    : textBody(`${JSON.stringify(json, undefined, 2)}\n`);
}

/** Longer texts are turned into bytes here, once: whoever needs the length of a text walks through it. */
const SHORT = 16_384;

const textBody = (text: string): string | Buffer => (text.length < SHORT ? text : Buffer.from(text));

function jsonOf({ schema, provenance, body }: Answer): Readonly<Record<string, unknown>> {
  const { query, knownAt, projection } = provenance;
  return {
    schema,
    query,
    knownAt: knownAtJson(knownAt),
    projection: { name: projection.name, version: projection.version },
    ...body,
  };
}

function withProvenance(table: Table, provenance: Provenance): Table {
  const { knownAt, projection } = provenance;
  const origin = `${knownAtLine(knownAt)}; ${projection.name} v${projection.version}; ${queryLine(provenance)}`;
  return { ...table, caption: [...table.caption, origin] };
}
