import { applyDecorators, Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.ts';
import { Refusals } from '../http/problem.dto.ts';
import { Bundles } from './bundles.ts';

const BundleRoute = applyDecorators(
  Get('bundle'),
  // It holds the log of who may do what, too.
  Access({ may: 'replay', alsoMay: 'read-access' }),
  ApiOperation({
    summary: 'The whole log with its checkpoints, to be verified without the ledger',
    operationId: 'auditBundle',
    description:
      'Seals what is new, then sends a compressed tar archive. Unpack it, and `obligo verify` or the verifier in Python checks it; docs/audit-guide.md says how.',
  }),
  ApiOkResponse({
    description: 'The archive',
    content: { 'application/gzip': { schema: { type: 'string', format: 'binary' } } },
  }),
  Refusals(),
);

/** What auditors take away. */
@ApiTags('Audit')
@Controller('audit')
export class BundleController {
  constructor(private readonly bundles: Bundles) {}

  @BundleRoute
  async bundle(@Res() reply: FastifyReply): Promise<void> {
    const { events, archive } = await this.bundles.make();
    void reply
      .header('content-disposition', `attachment; filename="bundle-${events}.tar.gz"`)
      .type('application/gzip')
      .send(archive);
  }
}
