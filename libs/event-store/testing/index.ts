/** What tests of stores, and of everything above a store, share: the contract suite and a store that fails on purpose. */
export { runAndKill, runChild } from './child-process.ts';
export {
  describeEventStoreContract,
  type OpenedStore,
  type StoreFactory,
  type StoreSettings,
} from './event-store-contract.ts';
export {
  describeOnControlledEventDatabase,
  describeOnEventDatabase,
  describeOnEventDatabaseCluster,
  type ClusterCommand,
  type ClusterControl,
  type EventDatabase,
  type ServerCommand,
  type ServerControl,
} from './event-databases.ts';
export {
  createFaultInjectingStore,
  NO_FAULTS,
  type FaultInjectingStore,
  type Faults,
} from './fault-injecting-store.ts';
export { freshLog, openRemote, remoteFactory, withLog } from './remote-factory.ts';
export { collect, command, imported, posting, postings, rejectionOf } from './samples.ts';
export { seededRandom } from './seeded-random.ts';
export { temporaryFolder } from './temporary-folder.ts';
