import type { DatabaseSync } from 'node:sqlite';
import { type ControlPolicy, DEFAULT_POLICY } from '#control';

/** A policy with its number; 0 is the default, which holds until one is set. */
export interface KnownPolicy {
  readonly version: number;
  readonly policy: ControlPolicy;
}

export class ControlPolicyQueries {
  readonly #at;

  constructor(database: DatabaseSync) {
    this.#at = database.prepare(
      `SELECT version, policy FROM cp_policy WHERE organisation = ? AND cp_policy.position <= ?
        ORDER BY cp_policy.position DESC LIMIT 1`,
    );
  }

  /** The policy of an organisation as known at a position. */
  at(organisation: string, knownAt: bigint): KnownPolicy {
    const row = this.#at.get(organisation, knownAt);
    if (!row) return { version: 0, policy: DEFAULT_POLICY };
    return {
      version: row['version'] as number,
      policy: JSON.parse(row['policy'] as string) as ControlPolicy,
    };
  }
}
