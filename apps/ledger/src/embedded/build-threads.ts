import type { ChosenRule } from '#audit-rules';
import type { BuildThreads } from '#read-models';
import { threadDataOf } from './thread-log.ts';

/** From the sources a thread runs as they are written, from the build as they were compiled. */
const SUFFIX = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Threads that build the read models of a log in a file of this machine. */
export const buildThreadsOf = (file: string, rules: readonly ChosenRule[]): BuildThreads => ({
  entry: new URL(`./build-thread.${SUFFIX}`, import.meta.url),
  data: threadDataOf(file, rules),
});
