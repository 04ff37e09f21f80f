/** A thread that does its share of a build of the read models, beside the service. */
import { buildInThread } from '#read-models';
import { scanThreadLog, type ThreadData } from './thread-log.ts';

await buildInThread((data) => scanThreadLog(data as ThreadData));
