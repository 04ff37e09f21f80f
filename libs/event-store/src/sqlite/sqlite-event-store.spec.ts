import { createFaultInjectingStore, describeEventStoreContract, NO_FAULTS } from '../../testing/index.ts';
import { sqliteFactory } from '../../testing/sqlite-factory.ts';

describeEventStoreContract('a SQLite file', sqliteFactory());

describeEventStoreContract(
  'a SQLite file behind the fault injector at rest',
  sqliteFactory((store) => createFaultInjectingStore(store, { seed: 2569, faults: NO_FAULTS })),
);
