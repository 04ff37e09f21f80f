import { Injectable } from '@nestjs/common';
import { compareText, type FiscalYear, type Quarter, streams } from '#kernel';
import type { QuarterlyReportEvent } from '#performance';
import { placeOf, type PrintedCells, type TracedChange } from '#reporting';
import { catalogue } from '../embedded/catalogue.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Explanations } from '../reports/explanations.ts';
import type { Placed, Point } from './path.ts';
import { traced } from './trace.ts';

export interface ReportedStatuses {
  readonly organisation: string;
  readonly fiscalYear: FiscalYear;
  readonly report: string;
  readonly quarter: Quarter;
  /** Only that of this project. */
  readonly project?: string | undefined;
}

type Stated = Extract<QuarterlyReportEvent, { type: 'ProjectStatusReported' }>['data'];
type StatedAt = Placed & { readonly stated: Stated };

/** What a report says of its projects, and what became of that. */
@Injectable()
export class StatusKnowledge {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly explanations: Explanations,
  ) {}

  /**
   * Statuses that say something else at a point than when the report was published. One that was entered later belongs to
   * the report all the same: what counts is what was first said of the project.
   */
  async changes(asked: ReportedStatuses, published: Point, to: Point): Promise<TracedChange[]> {
    const events = await this.#events(asked, to.position);
    const projects = Map.groupBy(events, ({ stated }) => stated.project);
    return [...projects].sort(byCode).flatMap(([, own]) => {
      const first = own[0]?.position ?? 0n;
      const from = { ...published, position: first > published.position ? first : published.position };
      const printed = (counting: readonly StatedAt[]) => printedStatus(counting, asked.quarter);
      return traced(own, { from, to }, printed, (position) =>
        this.explanations.facts(asked.organisation, position),
      );
    });
  }

  async #events(asked: ReportedStatuses, upTo: bigint): Promise<StatedAt[]> {
    const { organisation, fiscalYear, report, project } = asked;
    const stream = streams.quarterlyReport(organisation, fiscalYear, report);
    const events: StatedAt[] = [];
    for await (const recorded of this.ledger.store.readStream(stream)) {
      const position = BigInt(recorded.position);
      if (position > upTo) break;
      const event = catalogue.read(recorded) as QuarterlyReportEvent;
      if (event.type !== 'ProjectStatusReported') continue;
      if (project !== undefined && event.data.project !== project) continue;
      events.push({ position, effectiveOn: event.effectiveOn, stated: event.data });
    }
    return events;
  }
}

const byCode = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  compareText(one, other);

function printedStatus(counting: readonly StatedAt[], quarter: Quarter): PrintedCells {
  const last = counting.at(-1)?.stated;
  if (!last) return new Map();
  const { project, status, text, achievedItems } = last;
  const said = [
    ['status', status],
    ['text', text],
    ['achieved_items', achievedItems === undefined ? undefined : String(achievedItems)],
  ] as const;
  return new Map(
    said.flatMap(([column, value]): [string, string][] =>
      value === undefined ? [] : [[placeOf([project, quarter, column]), value]],
    ),
  );
}
