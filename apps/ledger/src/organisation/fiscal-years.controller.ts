import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { fiscalYearOf } from '#kernel';
import { z } from 'zod';
import { Access } from '../access/access.ts';
import { OrganisationQueryDto } from '../control/control.dto.ts';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { answered } from '../http/answer-schema.ts';
import { Organisations } from '../http/organisations.ts';
import { Refusals } from '../http/problem.dto.ts';
import { Today } from '../reports/today.ts';

export const fiscalYearsAnswer = z.strictObject({
  schema: z.literal('obligo.fiscal-years/1'),
  organisation: z.string(),
  today: z.int().describe('The fiscal year that today is in'),
  years: z
    .array(z.strictObject({ fiscalYear: z.int(), projects: z.int().describe('Projects with an account') }))
    .describe('Years with accounts, the newest first'),
});

/** The years that can be looked at, for whoever has a role in the organisation: no figures. */
@ApiTags('Organisations')
@Controller('fiscal-years')
export class FiscalYearsController {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly organisations: Organisations,
    private readonly today: Today,
  ) {}

  @Get()
  @Access({ may: ['read-reports', 'administer', 'operate', 'read-access'], byOrganisation: true })
  @ApiOperation({ operationId: 'listFiscalYears', summary: 'The fiscal years that have budget accounts' })
  @ApiOkResponse(answered(fiscalYearsAnswer))
  @Refusals()
  async list(@Query() query: OrganisationQueryDto): Promise<z.infer<typeof fiscalYearsAnswer>> {
    const organisation = await this.organisations.known(query.organisation);
    const day = await this.today.or(undefined, organisation);
    return {
      schema: 'obligo.fiscal-years/1',
      organisation,
      today: fiscalYearOf(day, await this.today.calendarOf(organisation)),
      years: this.ledger.tables.planVersusActual.years(organisation),
    };
  }
}
