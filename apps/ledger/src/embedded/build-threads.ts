import type { ChosenRule } from '#audit-rules';
import { programBeside } from '#event-store';
import type { BuildThreads } from '#read-models';
import { catalogue } from './catalogue.ts';
import type { ScanData } from './scanned-log.ts';
import { threadDataOf } from './thread-log.ts';

/** Threads that build the read models of a log in a file of this machine. */
export const buildThreadsOf = (file: string, rules: readonly ChosenRule[]): BuildThreads => ({
  entry: programBeside('build-thread', import.meta.url),
  data: { ...threadDataOf(file, rules), versions: catalogue.versions } satisfies ScanData,
});
