import type { DatabaseSync } from 'node:sqlite';
import type { Found } from '../rule.ts';
import { findingId } from './finding-id.ts';

/** Where a rule speaks: its name, the organisation, and the position of the event. */
export interface Speaking {
  readonly rule: string;
  readonly organisation: string;
  readonly position: bigint;
}

interface Version {
  readonly since: bigint;
  readonly holds: bigint;
  readonly severity: string;
  readonly sentence: string;
  readonly sentence_th: string;
  readonly project: string | null;
  readonly fiscal_year: bigint | null;
  readonly effective_on: string;
  readonly amount: bigint | null;
}

/** The tables of findings. */
export class FindingRows {
  readonly #insert;
  readonly #last;
  readonly #version;
  readonly #event;
  readonly #person;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT OR IGNORE INTO audit_finding VALUES (?, ?, ?, ?, ?)');
    this.#last = database.prepare(
      `SELECT since, holds, severity, sentence, sentence_th, project, fiscal_year, effective_on, amount
         FROM audit_finding_version WHERE finding = ? ORDER BY position DESC LIMIT 1`,
    );
    this.#last.setReadBigInts(true);
    this.#version = database.prepare(
      'INSERT OR REPLACE INTO audit_finding_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#event = database.prepare('INSERT OR IGNORE INTO audit_finding_event VALUES (?, ?, ?)');
    this.#person = database.prepare('INSERT OR IGNORE INTO audit_finding_person VALUES (?, ?, ?)');
  }

  found({ rule, organisation, position }: Speaking, what: Found): void {
    const id = findingId(organisation, rule, what.key);
    this.#insert.run(id, organisation, rule, what.key, position);
    const { severity, sentence, effectiveOn } = what;
    const last = this.#lastOf(id);
    const next: Version = {
      since: last?.holds === 1n ? last.since : position,
      holds: 1n,
      severity,
      sentence: sentence.en,
      sentence_th: sentence.th,
      project: what.project ?? null,
      fiscal_year: what.fiscalYear === undefined ? null : BigInt(what.fiscalYear),
      effective_on: last?.holds === 1n ? last.effective_on : effectiveOn,
      amount: what.amount === undefined ? null : BigInt(what.amount),
    };
    if (last === undefined || differs(last, next)) this.#writeVersion(id, position, next);
    this.#link(id, position, what.events, what.people);
  }

  ended({ rule, organisation, position }: Speaking, key: string, events: readonly string[]): void {
    const id = findingId(organisation, rule, key);
    const last = this.#lastOf(id);
    if (last?.holds !== 1n) return;
    this.#writeVersion(id, position, { ...last, holds: 0n });
    this.#link(id, position, events, []);
  }

  #lastOf(id: string): Version | undefined {
    return this.#last.get(id) as unknown as Version | undefined;
  }

  #writeVersion(id: string, position: bigint, version: Version): void {
    const { since, holds, severity, sentence, sentence_th, project, fiscal_year, effective_on, amount } =
      version;
    this.#version.run(
      id,
      position,
      since,
      holds,
      severity,
      sentence,
      sentence_th,
      project,
      fiscal_year,
      effective_on,
      amount,
    );
  }

  #link(id: string, position: bigint, events: readonly string[], people: readonly string[]): void {
    for (const event of events) this.#event.run(id, BigInt(event), position);
    for (const person of people) this.#person.run(id, person, position);
  }
}

const differs = (one: Version, other: Version): boolean =>
  (Object.keys(other) as (keyof Version)[]).some((name) => one[name] !== other[name]);
