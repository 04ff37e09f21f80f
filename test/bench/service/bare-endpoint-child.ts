/**
 * What the framework gives by itself: Nest and Fastify with one endpoint that takes the same body by the same rules of
 * class-validator, and answers the receipt of `BENCH_RECEIPT`. No accounts, no log, no hooks. The decorators are called
 * as functions, since this file runs without being built.
 */
import 'reflect-metadata';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type * as ChainDto from '../../../apps/ledger/src/budget/chain.dto.ts';
import type * as Validation from '../../../apps/ledger/src/http/validation.ts';

const built = (file: string): string =>
  pathToFileURL(path.join(import.meta.dirname, '../../../dist/apps/ledger/src', file)).href;
const { DisburseDto } = (await import(built('budget/chain.dto.js'))) as typeof ChainDto;
const { validation } = (await import(built('http/validation.js'))) as typeof Validation;
const receipt: unknown = JSON.parse(process.env['BENCH_RECEIPT'] ?? '{}');

class PaymentsController {
  async disburse(_body: unknown): Promise<unknown> {
    await new Promise((resolve) => setImmediate(resolve));
    return receipt;
  }
}
const { prototype } = PaymentsController;
const method = Object.getOwnPropertyDescriptor(prototype, 'disburse') ?? {};
Reflect.defineMetadata('design:paramtypes', [DisburseDto], prototype, 'disburse');
Body()(prototype, 'disburse', 0);
Post('budget-accounts/:fiscalYear/:project/disbursements')(prototype, 'disburse', method);
Controller('api/v1')(PaymentsController);

class BareModule {
  readonly name = 'bare';
}
Module({ controllers: [PaymentsController] })(BareModule);

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
app.useGlobalPipes(validation());
await app.listen(0, '127.0.0.1');
process.stderr.write(`  API      ${await app.getUrl()}/api/v1\n`);
process.on('SIGTERM', () => void app.close());
