import { describeOnEventDatabase } from '../../testing/index.ts';
import { alarms, type Intruder } from './alarms.fixture.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('esdb', 'what must not happen to a log in EventStoreDB', (server) => {
  const intrude = async (connectionString: string): Promise<Intruder> => {
    const { EventStoreDBClient } = await import('@eventstore/db-client');
    const client = EventStoreDBClient.connectionString(connectionString);
    return {
      deleteStream: (stream) => client.deleteStream(stream),
      tombstoneStream: (stream) => client.tombstoneStream(stream),
      setStreamMetadata: (stream, metadata) => client.setStreamMetadata(stream, metadata),
      dispose: () => client.dispose(),
    };
  };
  declareOn(server, alarms(intrude));
});
