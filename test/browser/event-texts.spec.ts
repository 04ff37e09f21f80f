import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_KINDS } from '../../apps/web/src/parts/event-name/event-kinds.ts';
import { EVENT_NAMES } from '#glossary';

const TYPES = readdirSync(join(import.meta.dirname, '../../docs/schemas')).map(
  (name) => name.split('.')[0] ?? '',
);

/** They stand in the log of the rule table, which has no journal. */
const OF_RIGHTS = ['AccessSetUp', 'AccessRulesSet', 'AccessRecovered', 'RoleGranted', 'RoleWithdrawn'];

describe('every type of event', () => {
  it('has a name in both languages', () => {
    expect(TYPES.filter((type) => !Object.hasOwn(EVENT_NAMES, type))).toEqual([]);
  });

  it('of the ledger belongs to a kind that the journal can be searched by', () => {
    const kinds = new Set<string>(Object.values(EVENT_KINDS).flat());
    const others = [...new Set(TYPES)].filter((type) => !kinds.has(type));
    expect(others.sort()).toEqual([...OF_RIGHTS].sort());
  });
});
