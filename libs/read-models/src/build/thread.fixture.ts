/** A thread that does its share of a build, for tests: over a log in a file, with the read models of this library. */
import { LogScan } from '#event-store';
import { catalogue } from '../ledger.fixture.ts';
import { projections } from '../index.ts';
import { buildInThread } from './build-in-thread.ts';
import { faulty, type FixtureData } from './faulty.fixture.ts';

await buildInThread((data) => {
  const { file, fault } = data as FixtureData;
  const scan = new LogScan({ file });
  return Promise.resolve({ scan, catalogue, projections: [...projections, faulty(fault)] });
});
