import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { reservations } from './reservations.fixture.ts';

describeOnEventDatabase('esdb', 'reserve, confirm and void in EventStoreDB', (server) => {
  declareOn(server, reservations);
});
