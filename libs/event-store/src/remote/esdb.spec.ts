import { expect } from '@jest/globals';
import { describeEventStoreContract, describeOnEventDatabase, remoteFactory } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('esdb', 'a log in EventStoreDB', (server) => {
  describeEventStoreContract('EventStoreDB over its own client library', remoteFactory(server));

  declareOn(server, {
    'states what the server can do by itself: several streams in one append, or one': async (log) => {
      const { capabilities } = await log.open();
      expect(capabilities).toMatchObject({ atomicMultiStream: false, checksWithoutWrite: false });
      const client = await log.client();
      expect(await client.canAppendAtomically()).toBe(false);
    },
  });
});
