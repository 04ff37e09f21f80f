import { describeOnEventDatabase } from '../../testing/index.ts';
import { pitfalls } from './pitfalls.fixture.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('esdb', 'pitfalls of the client library of EventStoreDB', (server) => {
  declareOn(server, pitfalls);
});
