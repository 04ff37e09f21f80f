import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { severalStores } from './several-stores.fixture.ts';

describeOnEventDatabase('esdb', 'several processes on one log in EventStoreDB', (server) => {
  declareOn(server, severalStores);
});
