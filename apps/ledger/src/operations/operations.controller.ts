import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StoreStanding } from '#event-store';
import { RefusalError } from '#kernel';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { Access } from '../access/access.ts';
import { answered } from '../http/answer-schema.ts';
import { Refusals } from '../http/problem.dto.ts';
import { VERSION } from '../version.ts';
import { dataFilesIn } from './data-files.ts';
import { rebuildAnswer, statusAnswer } from './operations.answers.ts';
import { readinessOf } from './readiness.ts';

/** What operators ask and do. */
@ApiTags('Operations')
@Controller()
export class OperationsController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @Get('status')
  @Access({ may: ['operate', 'replay'] })
  @ApiOperation({
    summary: 'Versions, head of the log, and how far the read models have read',
    operationId: 'status',
  })
  @ApiOkResponse(answered(statusAnswer))
  @Refusals()
  async status() {
    const { store, projector, folder, readModels } = this.ledger;
    const head = (await store.head()) ?? null;
    const read = projector.checkpoint === undefined ? null : String(projector.checkpoint);
    return {
      schema: 'obligo.status/1',
      version: VERSION,
      node: process.version,
      data: folder.dir,
      head,
      projections: readModels.map(({ name, version }) => ({
        name,
        version,
        position: read,
        current: read === head,
      })),
      stopped: projector.stopped?.message ?? null,
      seals: await this.ledger.seals.status(),
      files: dataFilesIn(folder.dir),
      logs: {
        ledger: toldWhole(store.standing()),
        access: toldWhole(this.ledger.access.log.standing()),
      },
      store: store.capabilities,
    };
  }

  @Post('projections/rebuild')
  @Access({ may: 'operate' })
  @HttpCode(200)
  @ApiOperation({ summary: 'Build every read model again from the log', operationId: 'rebuildProjections' })
  @ApiOkResponse(answered(rebuildAnswer))
  @Refusals()
  async rebuild() {
    const rebuilt = await this.ledger.projector.rebuild();
    return {
      schema: 'obligo.rebuild/1',
      position: (await this.ledger.store.head()) ?? null,
      equal: rebuilt.every(({ equal }) => equal),
      projections: rebuilt,
    };
  }
}

/** What everybody may know of how the logs stand: nothing of where they are. */
const told = ({ state, lagEvents = 0, lagMs = 0 }: StoreStanding) => ({ state, lagEvents, lagMs });

/** Operators are told the sentence that goes with it, too. */
const toldWhole = (standing: StoreStanding) => ({
  ...told(standing),
  detail: standing.detail ?? standing.writeFailure ?? null,
});

/** Alive: the process answers. Ready: the logs can be read and written, the read models move, it will not stop soon. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly ledger: EmbeddedLedger) {}

  @Get('live')
  @Access({ open: true })
  live() {
    return { status: 'alive', version: VERSION };
  }

  /** The short address that many supervisors ask. */
  @Get()
  @Access({ open: true })
  health() {
    return this.ready();
  }

  @Get('ready')
  @Access({ open: true })
  async ready() {
    const { reasons, logs } = await readinessOf(this.ledger);
    const [first] = reasons;
    if (first) {
      const codes = reasons.map(({ code }) => code);
      throw new RefusalError({ ...first, details: { ...first.details, reasons: codes } });
    }
    const copies = logs && { logs: { ledger: told(logs.ledger), access: told(logs.access) } };
    return { status: 'ready', ...copies, ...this.#sealed() };
  }

  /** How the seals stand is told, also where it does not stop the ledger. */
  #sealed() {
    const seals = this.ledger.seals.glance();
    return seals ? { seals: { standing: seals.standing, tail: seals.tail } } : {};
  }
}
