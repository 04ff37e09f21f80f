import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { consistencyProof, type ReportReceipt, reportReceiptOf, rootAt } from '#audit-trail';
import { projections } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import { KnownAtResolver } from '../reports/known-at.ts';
import { VERSION } from '../version.ts';
import { SealedEvents } from './sealed-events.ts';

type Query = Readonly<Record<string, string>>;

/** The receipt of a report, or the answer of the report itself where it was refused. */
export type ReceiptOrRefusal =
  | { readonly receipt: ReportReceipt; readonly refused?: undefined }
  | { readonly receipt?: undefined; readonly refused: LightMyRequestResponse };

/**
 * Makes the receipts of reports. The report is asked for at its own address, as whoever asks for the receipt: so it has
 * the bytes that everybody gets, and nobody gets a receipt of what they may not read.
 */
@Injectable()
export class ReportReceipts {
  constructor(
    private readonly ledger: EmbeddedLedger,
    private readonly sealed: SealedEvents,
    private readonly moments: KnownAtResolver,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Refuses with `report-name-unknown` or `not-sealed-yet`. */
  async of(report: string, asked: Query, request: FastifyRequest): Promise<ReceiptOrRefusal> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const url = `/api/v1/reports/${report}`;
    if (!/^[a-z-]{1,64}$/.test(report) || !fastify.hasRoute({ method: 'GET', url })) {
      throw refuse('report-name-unknown', `There is no report "${report.slice(0, 64)}".`, {
        report: report.slice(0, 64),
      });
    }
    const first = await this.#ask(fastify, url, asked, request);
    if (first.statusCode >= 300) return { refused: first };
    const { query, moment } = await this.#canonical(first, asked['format'] ?? 'json');
    // Asked again by position: what was asked as today, or as now, is another report tomorrow.
    const reply = await this.#ask(fastify, url, query, request);
    if (reply.statusCode >= 300) return { refused: reply };
    return { receipt: await this.#receipt(report, query, moment, reply) };
  }

  /** The query with every default filled in and its moments as positions; and how its moment was asked for. */
  async #canonical(
    { headers }: LightMyRequestResponse,
    format: string,
  ): Promise<{ readonly query: Query; readonly moment: string }> {
    const said = Object.fromEntries(new URLSearchParams(String(headers['obligo-query'])));
    const { knownAt: moment = 'now', to, organisation = '' } = said;
    const knownAt = String(headers['obligo-position']);
    if (to === undefined) return { query: { ...said, knownAt, format }, moment };
    const until = to === 'now' || to === moment ? knownAt : await this.#positionOf(organisation, to);
    return { query: { ...said, knownAt, to: until, format }, moment };
  }

  async #positionOf(organisation: string, moment: string): Promise<string> {
    return String((await this.moments.resolve(organisation, moment)).position);
  }

  async #ask(
    fastify: FastifyInstance,
    url: string,
    query: Query,
    { headers: { authorization, cookie }, ip }: FastifyRequest,
  ): Promise<LightMyRequestResponse> {
    return fastify.inject({
      method: 'GET',
      url,
      query,
      remoteAddress: ip,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(cookie === undefined ? {} : { cookie }),
      },
    });
  }

  async #receipt(
    report: string,
    query: Query,
    asked: string,
    { headers, rawPayload }: LightMyRequestResponse,
  ): Promise<ReportReceipt> {
    const position = query['knownAt'] ?? '';
    const part = await this.sealed.known(position);
    return reportReceiptOf({
      report,
      query,
      asked,
      bytes: {
        type: String(headers['content-type']),
        length: rawPayload.length,
        sha256: createHash('sha256').update(rawPayload).digest('hex'),
      },
      log: {
        position,
        events: part.events,
        root: await rootAt(part.leaves, part.events),
        consistency: await consistencyProof(part.leaves, part.events, part.checkpoint.size),
        checkpoint: part.checkpoint.note,
        keys: part.keys,
      },
      projections: projections.map(({ name, version }) => ({ name, version })),
      software: { name: 'obligo', version: VERSION },
      madeAt: this.ledger.clock(),
    });
  }
}
