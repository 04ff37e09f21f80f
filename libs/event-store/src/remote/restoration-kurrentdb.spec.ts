import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { restoration } from './restoration.fixture.ts';

describeOnEventDatabase('kurrentdb', 'a log copied into KurrentDB', (server) => {
  declareOn(server, restoration, 60_000);
});
