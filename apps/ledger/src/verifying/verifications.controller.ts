import { Controller, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { VerificationRun } from '#verification';
import { AccessCommandRoute, AccessQuery } from '../access/access-route.ts';
import { identityOf } from '../access/identity.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { TextField } from '../http/fields.ts';
import { pageOf } from '../http/paging.ts';
import { Verifications } from './verifications.ts';
import {
  latestVerificationAnswer,
  verificationAnswer,
  verificationsAnswer,
} from './verifications.answers.ts';

const HOUR_MS = 3_600_000;

/** What is verified by hand alone is expected as often as this. */
const USUAL_HOURS = 24;

/** A run that is late by half is late. */
const LATE = 1.5;

export class VerificationsQueryDto {
  @TextField({ description: 'Only runs before this number', required: false, maxLength: 18 })
  before?: string;

  @TextField({ description: 'At most so many rows (1 to 10000)', required: false, maxLength: 5 })
  limit?: string;
}

/** How the ledger verifies itself, and what that came to. Others verify it from outside by a bundle. */
@ApiTags('Audit trail')
@Controller('verifications')
export class VerificationsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly verifications: Verifications,
  ) {}

  @AccessCommandRoute({
    path: '',
    id: 'beginVerification',
    rule: { may: 'replay' },
    summary: 'Verify the folder of the ledger from beginning to end, in a process of its own',
    description: 'Answers at once; `GET /verifications/latest` tells how far it has come, and what it found.',
    answer: verificationAnswer,
  })
  begin(@Req() request: FastifyRequest) {
    void this.verifications.begin('asked', identityOf(request).name).catch(() => undefined);
    return { schema: 'obligo.verification-begun/1', underway: this.verifications.underway };
  }

  @AccessQuery({
    path: '',
    id: 'listVerifications',
    rule: { may: ['replay', 'operate'] },
    summary: 'Verifications of the ledger by itself with what they found, the newest first',
    answer: verificationsAnswer,
  })
  list(@Query() { before, limit: asked }: VerificationsQueryDto) {
    const page = pageOf({ limit: asked, before });
    const { limit } = page;
    const rows = this.verifications.runs.page(
      limit,
      page.before === undefined ? undefined : Number(page.before),
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const next = last ? { before: String(last.number) } : null;
    return { schema: 'obligo.verifications/1', rows, next };
  }

  @AccessQuery({
    path: 'latest',
    id: 'latestVerification',
    rule: { signedIn: true },
    summary: 'Up to where the ledger was last verified, for whoever looks at a page',
    answer: latestVerificationAnswer,
  })
  async latest() {
    const { runs, underway, everyHours } = this.verifications;
    const { latest, lastSound } = runs;
    const expected = (everyHours === 0 ? USUAL_HOURS : everyHours) * LATE * HOUR_MS;
    const age = Date.parse(this.ledger.clock()) - Date.parse(lastSound?.endedAt ?? '1970-01-01T00:00:00Z');
    return {
      schema: 'obligo.verified/1',
      head: (await this.ledger.store.head()) ?? null,
      verified: lastSound ? verifiedOf(lastSound) : null,
      latest: latest ? outcomeOf(latest) : null,
      isStale: lastSound !== undefined && age > expected,
      underway,
    };
  }
}

const verifiedOf = ({ position, events, proven, endedAt, verifier }: VerificationRun) => ({
  position,
  events,
  proven,
  endedAt,
  verifier,
});

const outcomeOf = ({ number, outcome, findingCount, endedAt }: VerificationRun) => ({
  number,
  outcome,
  findingCount,
  endedAt,
});
