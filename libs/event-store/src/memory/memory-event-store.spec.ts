import { describeEventStoreContract } from '../../testing/index.ts';
import { createMemoryEventStore } from './memory-event-store.ts';

describeEventStoreContract('the store in memory', {
  durable: false,
  async open(settings) {
    const store = createMemoryEventStore(settings);
    return { store, dispose: () => store.close() };
  },
});
