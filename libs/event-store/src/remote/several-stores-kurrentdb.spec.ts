import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { severalStores } from './several-stores.fixture.ts';

describeOnEventDatabase('kurrentdb', 'several processes on one log in KurrentDB', (server) => {
  declareOn(server, severalStores);
});
