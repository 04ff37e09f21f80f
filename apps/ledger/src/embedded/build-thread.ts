/** A thread that does its share of a build of the read models, beside the service. */
import { buildInThread } from '#read-models/folding';
import { type ScanData, scanLog } from './scanned-log.ts';

await buildInThread((data) => scanLog(data as ScanData));
