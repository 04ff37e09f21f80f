import { hash } from 'node:crypto';
import { encodeAsJson } from '#event-store';
import { eventIdOf } from './event-identity.ts';
import type { Posting, PostingContext, Prepared } from './posting.ts';
import { refuse } from './refusals.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** A command, or several that stand or fall together, with what makes a repetition recognisable. */
export interface Submission {
  readonly postings: readonly Posting[];
  readonly context: PostingContext;
  /** The idempotency key within its organisation: one organisation never meets another's. */
  readonly key: string;
  /** The same for every try, so that the events of every try have the same identities. */
  readonly commandId: string;
  /** SHA-256 of what makes two inputs the same: who asks for what, of which streams. */
  readonly inputHash: string;
  /**
   * Whether it is a list, of however many: one that brings nothing is answered without an append, which would tell that it
   * is repeated.
   */
  readonly isList?: boolean;
  /** The postings, where they are made anew for every try; `postings` says what was asked then. */
  readonly prepared?: Prepared | undefined;
  /** Makes one outcome of those of several postings. */
  readonly outcomeOf?: ((outcomes: readonly unknown[]) => unknown) | undefined;
}

/** Every stream that it may write. */
export const streamsOf = ({ postings, prepared }: Submission): readonly string[] =>
  prepared?.streams ?? postings.map(({ stream }) => stream);

/** The id of a command: the same for every try under a key. */
export const commandIdOf = (organisation: string, idempotencyKey: string): string =>
  eventIdOf(`${organisation}/${idempotencyKey}`, -1);

export function submissionOf(postings: readonly Posting[], context: PostingContext): Submission {
  const { organisation, idempotencyKey, actor, reason, evidence, input: said } = context;
  if (!KEY.test(idempotencyKey)) {
    throw refuse(
      'idempotency-key-malformed',
      'The idempotency key is not usable: expected 1 to 200 printable ASCII characters without spaces.',
    );
  }
  const asked = postings.map(({ stream, command, source, bookedAt }) => ({
    stream,
    command,
    source,
    bookedAt,
  }));
  // As JSON, so that an absent field and an undefined one are the same input.
  const input = encodeAsJson({ actor, reason, evidence, asked: said ?? asked });
  const key = `${organisation}/${idempotencyKey}`;
  return {
    postings,
    context,
    key,
    commandId: commandIdOf(organisation, idempotencyKey),
    inputHash: hash('sha256', input, 'hex'),
  };
}
