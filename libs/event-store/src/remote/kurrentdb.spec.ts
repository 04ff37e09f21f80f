import { expect } from '@jest/globals';
import { describeEventStoreContract, describeOnEventDatabase, remoteFactory } from '../../testing/index.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('kurrentdb', 'a log in KurrentDB', (server) => {
  describeEventStoreContract('KurrentDB over its own client library', remoteFactory(server));

  declareOn(server, {
    'states what the server can do by itself: several streams in one append, or one': async (log) => {
      const { capabilities } = await log.open();
      expect(capabilities).toMatchObject({ atomicMultiStream: true, checksWithoutWrite: true });
      const client = await log.client();
      expect(await client.canAppendAtomically()).toBe(true);
    },
  });
});
