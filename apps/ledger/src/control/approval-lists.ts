import { Injectable } from '@nestjs/common';
import { type ApprovalState, approval } from '#control';
import { type CivilDate, civilDateOf, type Instant, streams } from '#kernel';
import { read } from '#posting';
import type { ApprovalRow, ApprovalStepRow } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { pageOf } from '../http/paging.ts';
import type { KnownAt } from '../reports/known-at.ts';
import { isSet } from '../reports/report.dto.ts';
import type { ApprovalsQueryDto } from './control.dto.ts';
import { KnownStates } from './known-states.ts';
import { WaitingDecisions } from './waiting-decisions.ts';

const DAY_MS = 86_400_000;
const MOST = 200;
/** Every row of a page with decisions is decided on trial, which reads the accounts that it touches. */
const MOST_TRIALS = 50;
const LAST = 2n ** 62n;

/** What is asked of a list of documents, beside the moment that it is known at. */
export interface AskedList {
  readonly organisation: string;
  readonly knownAt: KnownAt;
  readonly query: ApprovalsQueryDto;
  /** Who asks. */
  readonly asker: string;
}

/** Lists documents that wait or have waited: age, and on request what the asker may do and what they would do. */
@Injectable()
export class ApprovalLists {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly states: KnownStates,
    private readonly decisions: WaitingDecisions,
  ) {}

  async page(asked: AskedList) {
    const { query, knownAt } = asked;
    const most = isSet(query.decisions) || isSet(query.effects) ? MOST_TRIALS : MOST;
    const limit = Math.min(most, pageOf({ limit: query.limit, most: MOST }).limit);
    const found = this.#found(asked, limit);
    const day = this.#dayOf(asked.organisation, knownAt, query.effectiveTo);
    const rows = await Promise.all(found.map((row) => this.#row(row, asked, day)));
    const last = found.length === limit ? found.at(-1) : undefined;
    const next = query.status === 'decided' ? last?.step.position : last?.number;
    return { rows, ...(next === undefined ? {} : { next }) };
  }

  /** The steps of one document, by the clock of the organisation. */
  steps(organisation: string, number: string, { position }: KnownAt, effectiveTo: CivilDate | undefined) {
    const asked = { organisation, knownAt: position, effectiveTo };
    return this.ledger.tables.approvals
      .steps(asked, number)
      .map((step) => this.#localStep(organisation, step));
  }

  #found({ organisation, knownAt, query }: AskedList, limit: number): ApprovalRow[] {
    const { status = 'waiting', after, maker, by, effectiveTo } = query;
    const { approvals } = this.ledger.tables;
    const asked = { organisation, limit, knownAt: knownAt.position, effectiveTo, maker };
    if (status !== 'decided') return approvals.list({ ...asked, status, after: after ?? '' });
    return approvals.decided({ ...asked, by, before: after === undefined ? LAST : pageOf({ after }).after });
  }

  async #row(row: ApprovalRow, { organisation, knownAt, query, asker }: AskedList, day: CivilDate) {
    const { submittedAt, step, accounts, ...rest } = row;
    const isOpen = row.status === 'waiting' && knownAt.asked === 'now' && query.effectiveTo === undefined;
    const [decides, tries] = [isSet(query.decisions), isSet(query.effects)];
    const state = isOpen && (decides || tries) ? await this.#stateOf(organisation, row) : undefined;
    return {
      ...rest,
      submittedAt: this.ledger.localTime(organisation, submittedAt),
      ageDays: daysBetween(this.#civil(organisation, submittedAt), day),
      accounts: accounts.map(addressOf),
      step: this.#localStep(organisation, step),
      ...(state && decides ? { decision: await this.decisions.of(organisation, state, asker) } : {}),
      ...(state && tries ? { effect: await this.#effect(organisation, state) } : {}),
    };
  }

  async #effect(organisation: string, state: ApprovalState) {
    const { events: _, ...effect } = await this.decisions.effect(organisation, state);
    return effect;
  }

  #stateOf(organisation: string, { number }: ApprovalRow): Promise<ApprovalState> {
    const what = read(approval, streams.approval(organisation, number));
    return this.states.at<ApprovalState>(what, { position: LAST });
  }

  #localStep(organisation: string, { bookedAt, ...step }: ApprovalStepRow) {
    return { ...step, bookedAt: this.ledger.localTime(organisation, bookedAt) };
  }

  /** The day that ages are counted to: today, or that of the moment that is looked at. */
  #dayOf(organisation: string, { asked, bookedAt }: KnownAt, effectiveTo: CivilDate | undefined): CivilDate {
    if (effectiveTo !== undefined) return effectiveTo;
    if (asked === 'now' || bookedAt === undefined) return this.decisions.today(organisation);
    return bookedAt.slice(0, 10) as CivilDate;
  }

  #civil(organisation: string, instant: string): CivilDate {
    return civilDateOf(instant as Instant, this.ledger.calendarOf(organisation).timeZone);
  }
}

/** Whole days from one day to another; none where the second comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

const addressOf = (account: string) => {
  const [fiscalYear = '', ...project] = account.split('.');
  return { fiscalYear: Number(fiscalYear), project: project.join('.') };
};
