import type { EventFilter } from '../event-store.ts';
import type { Matches } from './sequenced-log.ts';

/** A filter as a function: any of the prefixes, and any of the types; what is absent does not restrict. */
export function matcherOf(filter: EventFilter | undefined): Matches {
  const prefixes = filter?.streamPrefixes;
  const types = filter?.types && new Set(filter.types);
  return (stream, type) =>
    (types === undefined || types.has(type)) &&
    (prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix)));
}
