import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountFacts } from '#budget';
import { type CivilDate, parseCivilDate, type Satang } from '#kernel';
import type { Look, Posting, Prepared } from '#posting';
import { Poster } from '../posting/poster.ts';
import type { AccountPostingDto } from '../posting/posting.dto.ts';
import { Submissions } from '../control/submissions.ts';
import { type AccountAddress, streamOf, toAccount, together } from './account-posting.ts';

/** Takes what a route read to the account of a project and fiscal year. */
@Injectable()
export class AccountPoster {
  constructor(
    private readonly poster: Poster,
    private readonly submissions: Submissions,
  ) {}

  /** Records one command; `facts` may depend on the organisation. */
  post(
    request: FastifyRequest,
    reply: FastifyReply,
    address: AccountAddress,
    body: AccountPostingDto,
    facts: AccountFacts | ((organisation: string) => AccountFacts),
  ): Promise<void> {
    const posting = (organisation: string) =>
      postingOf(organisation, address, body, typeof facts === 'function' ? facts(organisation) : facts);
    if (isSubmitted(request)) {
      return this.submissions.submit(request, reply, this.#day(body), (organisation) => [
        posting(organisation),
      ]);
    }
    return this.poster.post(request, reply, posting);
  }

  /** Records commands on several accounts: all, or none. */
  postTogether(
    request: FastifyRequest,
    reply: FastifyReply,
    body: AccountPostingDto,
    commandsOf: (organisation: string) => readonly AddressedFacts[] | Promise<readonly AddressedFacts[]>,
  ): Promise<void> {
    const postings = async (organisation: string): Promise<Posting[]> => {
      const commands = await commandsOf(organisation);
      return commands.map(({ address, facts }) => postingOf(organisation, address, body, facts));
    };
    if (isSubmitted(request)) return this.submissions.submit(request, reply, this.#day(body), postings);
    return this.poster.postTogether(request, reply, postings, together);
  }

  /** Records a command with what it means for other accounts: all, or none. */
  postPrepared(
    request: FastifyRequest,
    reply: FastifyReply,
    body: AccountPostingDto,
    { asked, others, prepare }: PreparedFacts,
  ): Promise<void> {
    const toPostings = (organisation: string, commands: readonly AddressedFacts[]): Posting[] =>
      commands.map(({ address, facts }) => postingOf(organisation, address, body, facts));
    const prepared = async (organisation: string, look: Look): Promise<Posting[]> =>
      toPostings(organisation, await prepare(organisation, look));
    if (isSubmitted(request)) return this.submissions.submit(request, reply, this.#day(body), prepared);
    const preparedOf = (organisation: string): Prepared => ({
      asked: toPostings(organisation, [asked]),
      streams: [asked.address, ...others].map((address) => streamOf(organisation, address)),
      prepare: (look) => prepared(organisation, look),
    });
    return this.poster.postPrepared(request, reply, preparedOf, together);
  }

  /** A posting may leave its day to the ledger; a document that waits has one. */
  #day({ effectiveOn }: { readonly effectiveOn?: string }): CivilDate {
    return effectiveOn === undefined ? this.submissions.today() : parseCivilDate(effectiveOn);
  }
}

/** Handed in for approval instead of recorded. */
const isSubmitted = ({ query }: FastifyRequest): boolean =>
  (query as { readonly submit?: unknown }).submit !== undefined;

/** A command and the account that it goes to. */
export interface AddressedFacts {
  readonly address: AccountAddress;
  readonly facts: AccountFacts & { readonly documentTotal?: Satang };
}

/** A command that brings others with it, which depend on how the accounts stand. */
export interface PreparedFacts {
  readonly asked: AddressedFacts;
  /** Accounts that it may also write. */
  readonly others: readonly AccountAddress[];
  /** The command, and what comes with it. */
  readonly prepare: (organisation: string, look: Look) => Promise<readonly AddressedFacts[]>;
}

function postingOf(
  organisation: string,
  address: AccountAddress,
  { reason, override, restates, documentDate, source }: AccountPostingDto,
  facts: AccountFacts,
): Posting {
  const common = {
    ...(reason === undefined ? {} : { reason }),
    ...(override === undefined ? {} : { override }),
    ...(restates === undefined ? {} : { restates }),
    ...(documentDate === undefined ? {} : { documentDate: parseCivilDate(documentDate) }),
  };
  return toAccount(organisation, address, { ...common, ...facts }, source);
}
