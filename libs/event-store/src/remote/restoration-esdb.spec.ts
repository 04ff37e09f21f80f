import { describeOnEventDatabase } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';
import { restoration } from './restoration.fixture.ts';

describeOnEventDatabase('esdb', 'a log copied into EventStoreDB', (server) => {
  declareOn(server, restoration, 60_000);
});
