import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { reservations } from './reservations.fixture.ts';

describeOnEventDatabase('kurrentdb', 'reserve, confirm and void in KurrentDB', (server) => {
  declareOn(server, reservations);
});
