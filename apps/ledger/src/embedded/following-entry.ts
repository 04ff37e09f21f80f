import { availableParallelism } from 'node:os';
import type { ChosenRule } from '#audit-rules';
import { programBeside } from '#event-store';
import type { FollowingEntry } from '#read-models';
import { threadDataOf } from './thread-log.ts';

/** Where the thread begins that follows a log in a file of this machine; nothing where it would only take turns with this one. */
export const followingEntryOf = (file: string, rules: readonly ChosenRule[]): FollowingEntry | undefined =>
  availableParallelism() < 2
    ? undefined
    : { entry: programBeside('follow-thread', import.meta.url), data: threadDataOf(file, rules) };
