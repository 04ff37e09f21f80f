/** A thread that follows a log in a file, for tests, with the read models of this library. */
import { openSqliteEventStore } from '#event-store';
import { faulty, type FixtureData } from '../build/faulty.fixture.ts';
import { projections } from '../index.ts';
import { catalogue } from '../ledger.fixture.ts';
import { followInThread } from './follow-in-thread.ts';
import { witness } from './witness.fixture.ts';

await followInThread((data) => {
  const { file, fault } = data as FixtureData;
  const store = openSqliteEventStore({ file, readOnly: true });
  return Promise.resolve({ store, catalogue, projections: [...projections, witness, faulty(fault)] });
});
