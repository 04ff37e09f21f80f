import { Body, Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCivilDate, streams } from '#kernel';
import { organisation as organisationDecider } from '#organisation';
import { posting } from '#posting';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { ChoiceField, TextField, TitleField } from '../http/fields.ts';
import { answered } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { Access } from '../access/access.ts';
import { CommandRoute } from '../posting/command-route.ts';
import { Poster } from '../posting/poster.ts';
import { PostingDto } from '../posting/posting.dto.ts';
import { organisationsAnswer } from './organisations.answers.ts';

export class RegisterOrganisationDto extends PostingDto {
  @TitleField({ description: 'Name of the organisation', maxLength: 500, example: 'Digital Agency' })
  name!: string;

  @TextField({ description: 'Name in English', required: false, maxLength: 500 })
  nameEn?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 12,
    default: 10,
    description: 'First month of the fiscal year',
  })
  @IsInt({ message: 'must be a month from 1 to 12' })
  @Min(1, { message: 'must be a month from 1 to 12' })
  @Max(12, { message: 'must be a month from 1 to 12' })
  startMonth = 10;

  @ChoiceField({
    description: 'Era in which fiscal years are written',
    choices: ['BE', 'CE'],
    required: false,
  })
  era: 'BE' | 'CE' = 'BE';

  @TextField({
    description: 'IANA time zone of the organisation',
    required: false,
    maxLength: 64,
    example: 'Asia/Bangkok',
  })
  timeZone = 'Asia/Bangkok';

  @ChoiceField({ description: 'Language of its reports', choices: ['th', 'en'], required: false })
  language: 'th' | 'en' = 'th';
}

/** The organisations whose books are in this ledger. */
@ApiTags('Organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly poster: Poster,
    private readonly ledger: EmbeddedLedger,
  ) {}

  @CommandRoute({
    path: '',
    cli: 'organisation register',
    posts: 'organisation/register-organisation',
    summary: 'Register an organisation with its calendar',
    description:
      'Name the organisation in the query. One that posts without being registered is registered with the Thai calendar.',
  })
  async register(
    @Body() body: RegisterOrganisationDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name, nameEn, startMonth, era, timeZone, language, source } = body;
    const effectiveOn = parseCivilDate(body.effectiveOn);
    const calendar = { startMonth, era, timeZone };
    const settings = { name, nameEn, calendar, currency: 'THB', language };
    const toOrganisation = (organisation: string) =>
      posting(
        organisationDecider,
        streams.organisation(organisation),
        { type: 'register-organisation', organisation, settings, effectiveOn },
        { source },
      );
    await this.poster.post(request, reply, toOrganisation, { mayRegister: true });
  }

  @Get()
  @Access({ may: ['read-reports', 'administer'] })
  @ApiOperation({ summary: 'The organisations and their settings', operationId: 'listOrganisations' })
  @ApiOkResponse(answered(organisationsAnswer))
  @Refusals()
  async list() {
    await this.ledger.projector.catchUp();
    return { schema: 'obligo.organisations/1', organisations: this.ledger.tables.organisations.list() };
  }
}
