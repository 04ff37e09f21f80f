import { describeOnEventDatabase } from '../../testing/index.ts';
import { alarms, type Intruder } from './alarms.fixture.ts';
import { declareOn } from './remote.fixture.ts';

describeOnEventDatabase('kurrentdb', 'what must not happen to a log in KurrentDB', (server) => {
  const intrude = async (connectionString: string): Promise<Intruder> => {
    const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
    const client = KurrentDBClient.connectionString(connectionString);
    return {
      deleteStream: (stream) => client.deleteStream(stream),
      tombstoneStream: (stream) => client.tombstoneStream(stream),
      setStreamMetadata: (stream, metadata) => client.setStreamMetadata(stream, metadata),
      dispose: () => client.dispose(),
    };
  };
  declareOn(server, alarms(intrude));
});
