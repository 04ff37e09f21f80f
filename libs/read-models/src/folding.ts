/** What it takes to fold a log into the read models, without their questions. */
export { buildInThread } from './build/build-in-thread.ts';
export type { ScannedLog } from './build/build-task.ts';
export { ProjectedEvent } from './projected-event.ts';
export { type Projection, type ProjectionWriter, totalsOf } from './projection.ts';
export { projections } from './projections.ts';
