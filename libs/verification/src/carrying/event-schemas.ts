import { z } from 'zod';
import type { CarriedFile } from '#audit-trail';
import type { Book } from '../books.ts';

/** The JSON Schema (draft 2020-12) of every version of every event of some logs, as a bundle carries them. */
export function eventSchemas(books: readonly Book[]): CarriedFile[] {
  return books
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      [...(event.older ?? []), event].map(({ version, data }) => {
        const { $schema, ...rest } = z.toJSONSchema(data, { reused: 'inline' });
        const schema = { $schema, title: event.type, description: event.when, ...rest };
        return {
          name: `${event.type}.v${version}.json`,
          bytes: Buffer.from(`${JSON.stringify(schema, undefined, 2)}\n`),
        };
      }),
    );
}
