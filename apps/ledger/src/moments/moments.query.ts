import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { FiscalYear } from '#kernel';
import { publishedReports } from '#read-models';
import { figureColumn, type Table, textColumn } from '#reporting';
import type { Answer } from '../reports/answer.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { type NamedMoment, NamedMoments } from './named-moments.ts';

/** The moments of a fiscal year that have a name. */
export class MomentsQuery extends Query<Answer> {
  constructor(
    readonly organisation: string,
    readonly fiscalYear: FiscalYear,
  ) {
    super();
  }
}

@QueryHandler(MomentsQuery)
export class MomentsHandler implements IQueryHandler<MomentsQuery> {
  constructor(
    private readonly named: NamedMoments,
    private readonly moments: KnownAtResolver,
  ) {}

  async execute({ organisation, fiscalYear }: MomentsQuery): Promise<Answer> {
    const knownAt = await this.moments.resolve(organisation, undefined);
    const found = await this.named.of(organisation, fiscalYear, knownAt.position);
    const moments = found.map((moment) => ({ ...moment, position: String(moment.position) }));
    return {
      schema: 'obligo.moments/1',
      provenance: { query: { organisation, fiscalYear }, knownAt, projection: publishedReports },
      body: { moments },
      table: momentsTable(found, fiscalYear),
    };
  }
}

const momentsTable = (moments: readonly NamedMoment[], fiscalYear: FiscalYear): Table => ({
  title: `Moments of fiscal year ${fiscalYear}`,
  caption: [],
  columns: [
    textColumn('kind', 'Kind'),
    textColumn('code', 'Code'),
    textColumn('day', 'Day'),
    figureColumn('position', 'Position'),
    textColumn('booked_at', 'Last known event booked'),
    textColumn('happened_at', 'Entered'),
    textColumn('actor', 'By'),
    textColumn('title', 'Title'),
  ],
  rows: moments.map(({ kind, code, day, position, bookedAt, happenedAt, actor, title }) => ({
    ...{ kind, code, day, position: String(position), actor },
    booked_at: bookedAt ?? undefined,
    happened_at: happenedAt,
    title: title ?? undefined,
  })),
  footnotes: [],
});
