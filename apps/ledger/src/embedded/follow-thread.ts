/** The thread that takes the log to the read models, beside the service. */
import { followInThread } from '#read-models';
import { openThreadLog, type ThreadData } from './thread-log.ts';

await followInThread((data) => openThreadLog(data as ThreadData));
