import type { DatabaseSync } from 'node:sqlite';
import { THAI_CALENDAR } from '#kernel/folding';
import type { ProjectedEvent, Projection, ProjectionWriter } from '#read-models';
import { type AuditEvent, isOfAccount } from '../audit-event.ts';
import type { ChosenRule } from '../chosen-rules.ts';
import { counterpartyOf, partyKeyOf } from '../counterparty.ts';
import type { Effect } from '../rule.ts';
import { MemoryRows } from './memory-rows.ts';
import { FindingRows, type Speaking } from './rows.ts';
import { schema } from './schema.ts';

/** Name and version of the read model. The version is raised when the tables or the way of folding change; a rule has one of its own. */
export const AUDIT_FINDINGS = { name: 'audit-findings', version: 5 } as const;

/**
 * What the audit rules find, as a read model: other rules, another version of one or other parameters build it anew.
 */
export const auditFindings = (rules: readonly ChosenRule[]): Projection => ({
  ...AUDIT_FINDINGS,
  cost: 16,
  variant: JSON.stringify(rules.map(({ rule, written }) => [rule.id, rule.version, written])),
  schema,
  totals: `SELECT (SELECT count(*) FROM audit_finding) AS findings, count(*) AS versions,
                coalesce(sum(holds), 0) AS holding, coalesce(sum(amount), 0) AS amount,
                (SELECT count(*) FROM audit_finding_event) AS events,
                (SELECT count(*) FROM audit_finding_person) AS people,
                (SELECT count(*) FROM audit_memory) AS remembered,
                coalesce(max(position), 0) AS position FROM audit_finding_version`,
  open: (database, isBuild) => new Writer(database, rules, isBuild === true),
});

/** Under this name, which is no rule's, counterparties are remembered once for all rules. */
const COUNTERPARTIES = ' counterparties';

class Writer implements ProjectionWriter {
  readonly categories: ReadonlySet<string>;
  readonly #rules: readonly ChosenRule[];
  readonly #rows: FindingRows;
  readonly #memory: MemoryRows;
  /** The rules that an event type concerns. */
  readonly #concerned = new Map<string, readonly ChosenRule[]>();

  constructor(database: DatabaseSync, rules: readonly ChosenRule[], isBuild: boolean) {
    this.#rules = rules.filter(({ rule }) => rule.fold !== undefined);
    this.#rows = new FindingRows(database);
    this.#memory = new MemoryRows(database, isBuild);
    this.categories = new Set(this.#rules.flatMap(({ rule }) => rule.categories));
  }

  apply(projected: ProjectedEvent): void {
    const event = this.#withCounterparty(auditEventOf(projected));
    for (const { rule, values } of this.#concernedBy(event)) {
      const speaking = { rule: rule.id, organisation: event.organisation, position: projected.position };
      const effects = rule.fold?.(event, (key) => this.#memory.recall(speaking, key), values) ?? [];
      for (const effect of effects) this.#take(speaking, effect);
    }
  }

  settle(): void {
    this.#memory.settle();
  }

  #withCounterparty(event: AuditEvent): AuditEvent {
    if (!isOfAccount(event)) return event;
    const remembering = { rule: COUNTERPARTIES, organisation: event.organisation };
    const counterparty = counterpartyOf(event, (key) => this.#memory.recall(remembering, key));
    if (counterparty === undefined) return event;
    const key = partyKeyOf(event);
    if (key !== undefined) this.#memory.remember(remembering, key, counterparty);
    return { ...event, counterparty };
  }

  #concernedBy({ category, event: { type } }: AuditEvent): readonly ChosenRule[] {
    const key = `${category}/${type}`;
    let concerned = this.#concerned.get(key);
    if (!concerned) {
      concerned = this.#rules.filter(
        ({ rule }) => rule.categories.includes(category) && (rule.types?.includes(type) ?? true),
      );
      this.#concerned.set(key, concerned);
    }
    return concerned;
  }

  #take(speaking: Speaking, effect: Effect): void {
    switch (effect.effect) {
      case 'remember':
        return this.#memory.remember(speaking, effect.key, effect.value);
      case 'forget':
        return this.#memory.forget(speaking, effect.key);
      case 'found':
        return this.#rows.found(speaking, effect.found);
      case 'ended':
        return this.#rows.ended(speaking, effect.key, effect.events ?? []);
    }
  }
}

function auditEventOf(projected: ProjectedEvent): AuditEvent {
  const { recorded, event, category, organisation, account, calendar } = projected;
  const { stream, metadata } = recorded;
  const { actor, onBehalfOf, reason, source, commandId } = metadata;
  return {
    event,
    category,
    stream,
    position: recorded.position,
    organisation,
    account,
    counterparty: undefined,
    movements: () => projected.movements,
    calendar: calendar ?? THAI_CALENDAR,
    actor,
    onBehalfOf,
    reason,
    source,
    commandId,
    decision: metadata.decision,
    effectiveOn: event.effectiveOn,
  };
}
