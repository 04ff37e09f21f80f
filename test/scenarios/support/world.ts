import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Instant, parseInstant } from '#kernel';
import { createLedger, type Ledger } from '../../../apps/ledger/src/ledger.ts';
import { firstDayOf } from './words.ts';

/** What the service answered. */
export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** How a posting is sent beside its body. */
export interface Sending {
  readonly actor?: string | undefined;
  readonly key?: string | undefined;
  readonly submit?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** One scenario's world: a fresh ledger on a store of its own, a clock that it sets, and the last answer. */
export class World {
  /** Where a sentence is played that names no project or year: in the first that was given. */
  project = 'P01';
  fiscalYear = '2569';
  readonly opened = new Set<string>();
  /** The policy as the sentences so far have put it together. */
  policy: Readonly<Record<string, unknown>> = {};
  /** The answer that the next `Then` speaks of, and the head of the log before it was asked for. */
  last: Answer | undefined;
  headBefore: unknown;
  readonly answers: Answer[] = [];
  /** What many officers were answered at the same moment. */
  crowd: readonly Answer[] = [];
  #refusalExpected = true;
  #now: number;

  private constructor(
    private readonly data: string,
    private readonly ledger: Ledger,
    private readonly clock: { now: number },
  ) {
    this.#now = clock.now;
  }

  static async open(): Promise<World> {
    const clock = { now: Date.parse(`${firstDayOf('2569')}T02:00:00.000Z`) };
    const data = mkdtempSync(path.join(tmpdir(), 'obligo-scenario-'));
    const ledger = await createLedger({
      data,
      create: true,
      purpose: 'scenario',
      logLevel: 'silent',
      clock: () => new Date(clock.now++).toISOString() as Instant,
    });
    return new World(data, ledger, clock);
  }

  async close(): Promise<void> {
    await this.ledger.close();
    for (const made of [this.data, `${this.data}.keys`]) rmSync(made, { recursive: true, force: true });
  }

  /** The civil day in Bangkok, on which a sentence without a date is posted. */
  get today(): string {
    return new Date(this.#now).toISOString().slice(0, 10);
  }

  /** Sets the clock to nine in the morning of a day; it never goes back. */
  goTo(day: string): void {
    const moment = Date.parse(parseInstant(`${day}T09:00:00+07:00`));
    if (day === this.today) return;
    if (moment < this.#now) throw new Error(`today is ${this.today} already, and never ${day} again`);
    this.#now = moment;
    this.clock.now = Math.max(moment, this.clock.now);
  }

  async post(where: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    this.mustBeTaken();
    this.headBefore = await this.head();
    const answer = await this.send(where, body, sending);
    this.last = answer;
    this.answers.push(answer);
    this.#refusalExpected = false;
    return answer;
  }

  /** A posting that the scenario takes for granted. */
  async must(where: string, body: unknown, sending: Sending = {}): Promise<void> {
    await this.post(where, body, sending);
    this.mustBeTaken();
  }

  async send(where: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    const query = new URLSearchParams({
      ...(sending.dryRun ? { dryRun: 'true' } : {}),
      ...(sending.submit === undefined ? {} : { submit: sending.submit }),
    });
    const { statusCode, body: text } = await this.ledger.app.inject({
      method: 'POST',
      url: `/api/v1/${where}${query.size === 0 ? '' : `?${query.toString()}`}`,
      payload: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(sending.actor === undefined ? {} : { 'obligo-actor': encodeURIComponent(sending.actor) }),
        ...(sending.key === undefined ? {} : { 'idempotency-key': sending.key }),
      },
    });
    return { status: statusCode, json: JSON.parse(text) as Answer['json'] };
  }

  /** An answer to a question, read after everything that is recorded. */
  async get(where: string): Promise<Answer['json']> {
    const { statusCode, body } = await this.ledger.app.inject({ method: 'GET', url: `/api/v1/${where}` });
    if (statusCode !== 200) throw new Error(`GET ${where}: ${String(statusCode)} ${body}`);
    return JSON.parse(body) as Answer['json'];
  }

  async head(): Promise<unknown> {
    return (await this.get('status'))['head'];
  }

  /** The last answer, of which the scenario says that it is a refusal. */
  refused(): Answer {
    const { last } = this;
    if (!last) throw new Error('nothing was posted that could be refused');
    if (last.status < 400) throw new Error(`it was not refused: ${JSON.stringify(last.json)}`);
    this.#refusalExpected = true;
    return last;
  }

  /** Nobody passes over a refusal that the scenario does not tell. */
  mustBeTaken(): void {
    if (this.#refusalExpected || !this.last || this.last.status < 400) return;
    throw new Error(`it was refused: ${JSON.stringify(this.last.json, undefined, 2)}`);
  }
}
