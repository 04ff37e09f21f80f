import { describeOnEventDatabase } from '../../testing/index.ts';
import { pitfalls } from './pitfalls.fixture.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('kurrentdb', 'pitfalls of the client library of KurrentDB', (server) => {
  declareOn(server, pitfalls);
});
