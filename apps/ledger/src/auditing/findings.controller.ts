import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AUDIT_FINDINGS, type FindingCursor, FIRST_PAGE, refuseAudit } from '#audit-rules';
import { parseFiscalYear } from '#kernel';
import { renderCsv, renderText } from '#reporting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Organisations } from '../http/organisations.ts';
import { pageOf } from '../http/paging.ts';
import { refuse } from '../http/refusals.ts';
import { sendAnswer } from '../reports/answer.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import { QueryRoute } from '../reports/query-route.ts';
import { isSet } from '../reports/report.dto.ts';
import { Today } from '../reports/today.ts';
import { findingEventJson, findingJson, ruleJson } from './finding-json.ts';
import { auditRulesAnswer, findingAnswer, findingsAnswer } from './findings.answers.ts';
import { AuditRulesQueryDto, FindingQueryDto, FindingsQueryDto } from './findings.dto.ts';
import { findingsTable, findingTable, rulesTable } from './findings-table.ts';

/** What the audit rules found. Whoever may take decisions again may ask; who may for one project, about that one. */
@ApiTags('Audit')
@Controller('audit')
export class FindingsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly moments: KnownAtResolver,
    private readonly today: Today,
  ) {}

  @QueryRoute({
    path: 'findings',
    id: 'listFindings',
    may: 'replay',
    byProject: true,
    answer: findingsAnswer,
    summary: 'What the audit rules found, in the order in which it was found first',
    description:
      'As known at any moment. Rules about the passing of days are judged on effectiveTo, else on the day of knownAt, else today. A finding names its events, people and amount, since when it holds and, once it does not, until when.',
  })
  async list(@Query() query: FindingsQueryDto, @Res() reply: FastifyReply) {
    const { organisation, knownAt, day } = await this.#moment(query);
    const { rule, project, person, effectiveTo } = query;
    const { limit } = pageOf({ limit: query.limit });
    this.#mustKnow(rule);
    const fiscalYear = query.fiscalYear === undefined ? undefined : parseFiscalYear(query.fiscalYear);
    const withEnded = isSet(query.includeEnded);
    const filter = { organisation, rule, project, fiscalYear, person, effectiveTo, withEnded };
    const judged = { knownAt: knownAt.position, day };
    const findings = this.ledger.tables.findings.page(filter, judged, cursorOf(query.after), limit);
    const last = findings.length === limit ? findings.at(-1) : undefined;
    const next = last ? { after: `${last.foundAt}-${last.id}` } : null;
    void reply.header('obligo-findings', String(findings.length));
    const asked = { organisation, rule, project, fiscalYear, person, includeEnded: withEnded };
    sendAnswer(
      reply,
      {
        schema: 'obligo.audit-findings/1',
        provenance: {
          query: { ...asked, effectiveTo, judgedOn: day, knownAt: knownAt.asked },
          knownAt,
          projection: AUDIT_FINDINGS,
        },
        body: { unit: 'baht', rows: findings.map(findingJson), next },
        table: findingsTable(findings, [`Judged on ${day}`]),
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'findings/:id',
    id: 'showFinding',
    may: 'replay',
    byProject: true,
    answer: findingAnswer,
    summary: 'One finding with its events, each with the way to read on',
  })
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 64 }, example: '0f3c9a5e7b1d2c4e6f80' })
  async show(@Param('id') id: string, @Query() query: FindingQueryDto, @Res() reply: FastifyReply) {
    const { organisation, knownAt, day } = await this.#moment(query);
    const { project, effectiveTo } = query;
    const { tables } = this.ledger;
    const finding = tables.findings.find(organisation, id, { knownAt: knownAt.position, day });
    if (finding === undefined || (project !== undefined && finding.project !== project)) throw unknown(id);
    const calendar = this.ledger.calendarOf(organisation);
    const events = finding.events.flatMap((position) => {
      const row = tables.journal.at(position);
      if (row === undefined) return [];
      const bookedAt = this.ledger.localTime(organisation, row.bookedAt);
      return [findingEventJson({ ...row, bookedAt }, calendar)];
    });
    const rule = this.ledger.auditRules.find((chosen) => chosen.rule.id === finding.rule);
    const told = { ...findingJson(finding), rule: rule ? ruleJson(rule) : { rule: finding.rule }, events };
    sendAnswer(
      reply,
      {
        schema: 'obligo.audit-finding/1',
        provenance: {
          query: { organisation, project, effectiveTo, judgedOn: day, knownAt: knownAt.asked },
          knownAt,
          projection: AUDIT_FINDINGS,
        },
        body: { unit: 'baht', finding: told },
        table: findingTable(finding, events),
      },
      query.format,
    );
  }

  @QueryRoute({
    path: 'rules',
    id: 'listAuditRules',
    may: 'replay',
    byProject: true,
    answer: auditRulesAnswer,
    summary: 'The audit rules: what each finds, where it comes from, and its parameters',
  })
  rules(@Query() { format }: AuditRulesQueryDto, @Res() reply: FastifyReply) {
    const { auditRules } = this.ledger;
    const table = rulesTable(auditRules);
    if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(renderCsv(table));
    if (format === 'table') return reply.type('text/plain; charset=utf-8').send(renderText(table));
    const body = { schema: 'obligo.audit-rules/1', rules: auditRules.map(ruleJson) };
    return reply.type('application/json; charset=utf-8').send(`${JSON.stringify(body, undefined, 2)}\n`);
  }

  async #moment({ organisation: named, knownAt: asked, minPosition, effectiveTo }: FindingQueryDto) {
    const organisation = await this.organisations.known(named);
    const knownAt = await this.moments.resolve(organisation, asked, minPosition);
    const day = await this.today.or(effectiveTo ?? dayOf(knownAt), organisation);
    return { organisation, knownAt, day };
  }

  #mustKnow(id: string | undefined): void {
    const known = this.ledger.auditRules.map(({ rule }) => rule.id);
    if (id === undefined || known.includes(id)) return;
    const given = id.slice(0, 64);
    throw refuseAudit(
      'audit-rule-unknown',
      `There is no audit rule "${given}"; expected ${known.join(', ')}.`,
      { rule: given },
    );
  }
}

/** The day of the knowledge that is asked about, so that the same question has the same answer years later. */
function dayOf({ asked, bookedAt }: KnownAt): string | undefined {
  if (asked === 'now') return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : bookedAt?.slice(0, 10);
}

function cursorOf(after: string | undefined): FindingCursor {
  if (after === undefined) return FIRST_PAGE;
  const [, foundAt, id] = /^(\d{1,18})-([0-9a-f]{1,40})$/.exec(after) ?? [];
  if (foundAt !== undefined && id !== undefined) return { foundAt: BigInt(foundAt), id };
  const given = after.slice(0, 60);
  throw refuse('input-invalid', `after is "${given}": expected what next of the page before said.`, {
    errors: [{ field: 'after', given, expected: 'must be what next of the page before said' }],
  });
}

const unknown = (id: string) =>
  refuseAudit('finding-unknown', `Nothing is known of a finding ${id.slice(0, 64)}.`, {
    finding: id.slice(0, 64),
  });
