import { availableParallelism } from 'node:os';
import type { ChosenRule } from '#audit-rules';
import type { FollowingEntry } from '#read-models';
import { threadDataOf } from './thread-log.ts';

/** From the sources a thread runs as they are written, from the build as they were compiled. */
const SUFFIX = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Where the thread begins that follows a log in a file of this machine; nothing where it would only take turns with this one. */
export const followingEntryOf = (file: string, rules: readonly ChosenRule[]): FollowingEntry | undefined =>
  availableParallelism() < 2
    ? undefined
    : { entry: new URL(`./follow-thread.${SUFFIX}`, import.meta.url), data: threadDataOf(file, rules) };
