import { DatabaseSync } from 'node:sqlite';
import { accountEvents } from '#budget';
import { approvalEvents, controlPolicyEvents, fiscalPeriodsEvents } from '#control';
import type { Position, RecordedEvent } from '#event-store';
import { type CivilDate, EventCatalogue, type Instant, THAI_CALENDAR } from '#kernel';
import { ProjectedEvent, type ProjectionWriter, StreamPlaces } from '#read-models';
import { chooseRules } from './chosen-rules.ts';
import { FIRST_PAGE, type Finding, type FindingFilter } from './findings/finding.ts';
import { auditFindings } from './findings/projection.ts';
import { FindingQueries } from './findings/queries.ts';
import type { AuditRule } from './rule.ts';

const catalogue = new EventCatalogue([
  ...accountEvents,
  ...approvalEvents,
  ...controlPolicyEvents,
  ...fiscalPeriodsEvents,
]);

export const line = { fundSource: 'annual-appropriation', category: 'operating' };

/** What surrounds an event; each has a usual value. */
export interface Around {
  readonly on?: string;
  readonly by?: string;
  readonly onBehalfOf?: string;
  readonly source?: string;
  readonly decision?: object;
  /** Events of one command share it; every event has its own when absent. */
  readonly command?: string;
  readonly project?: string;
  readonly organisation?: string;
  readonly fiscalYear?: number;
}

/** A log that a rule watches: events go in, findings come out of the real tables. */
export class Audited {
  readonly #database = new DatabaseSync(':memory:');
  readonly #writer: ProjectionWriter;
  readonly #queries: FindingQueries;
  readonly #places = new StreamPlaces();
  #position = 0;

  constructor(rule: AuditRule, parameters: object = {}) {
    const projection = auditFindings(chooseRules([rule], JSON.stringify({ [rule.id]: parameters })));
    this.#database.exec(projection.schema);
    this.#writer = projection.open(this.#database);
    this.#queries = new FindingQueries(this.#database);
  }

  /** Takes an event whose data have the form that is stored, and answers its position. */
  takes(type: string, data: object, around: Around = {}): string {
    const { on = '2025-12-05', by = 'somchai', project = 'P01' } = around;
    const { organisation = 'etda', fiscalYear = 2569 } = around;
    const { category } = catalogue.check({ type, data, effectiveOn: on as CivilDate });
    this.#position += 1;
    const position = String(this.#position);
    const stream = `${category}-${organisation}${category === 'controlpolicy' ? '' : `.${fiscalYear}${category === 'budgetaccount' ? `.${project}` : ''}`}`;
    const commandId = around.command ?? `command-${position}`;
    const { onBehalfOf, source, decision } = around;
    const recorded: RecordedEvent = {
      id: `event-${position}`,
      stream,
      revision: 0n,
      position: position as Position,
      type,
      schemaVersion: 1,
      data,
      metadata: {
        actor: by,
        commandId,
        correlationId: commandId,
        causationId: commandId,
        effectiveOn: on,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(source === undefined ? {} : { source }),
        ...(decision === undefined ? {} : { decision }),
      },
      dataBytes: new Uint8Array(),
      metadataBytes: new Uint8Array(),
      recordedAt: '2026-10-20T02:00:00.000Z' as Instant,
      bookedAt: '2026-10-20T02:00:00.000Z' as Instant,
    };
    const event = { type, data, effectiveOn: on as CivilDate };
    const place = this.#places.of(stream);
    this.#writer.apply(new ProjectedEvent(recorded, event, place, THAI_CALENDAR));
    return position;
  }

  /** What is found, as known at a position; at the end of the log when none is named. */
  findings(filter: Partial<FindingFilter> = {}, knownAt: string | number = this.#position): Finding[] {
    return this.#queries.page({ organisation: 'etda', ...filter }, BigInt(knownAt), FIRST_PAGE, 1_000);
  }

  /** The sentences of what is found. */
  said(filter: Partial<FindingFilter> = {}, knownAt: string | number = this.#position): string[] {
    return this.findings(filter, knownAt).map(({ sentence }) => sentence.en);
  }

  saidInThai(): string[] {
    return this.findings().map(({ sentence }) => sentence.th);
  }

  order(commitment: string, amount: string, more: object = {}, around: Around = {}): string {
    return this.takes('CommitmentMade', { commitment, line, amount, ...more }, around);
  }

  pays(disbursement: string, amount: string, more: object = {}, around: Around = {}): string {
    return this.takes('DisbursementMade', { disbursement, line, amount, ...more }, around);
  }
}
