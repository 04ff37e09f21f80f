import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { join } from 'node:path';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { parseStoreHome, type RemoteHome } from '../../home/store-home.ts';
import { CommitBell } from '../../log/commit-bell.ts';
import { type FeedMessage, type FollowOptions, type LogClient, NoAnswer } from '../client/log-client.ts';
import { LogCopy } from '../copy/log-copy.ts';
import { StreamNames } from '../envelope/stream-names.ts';
import { CopyFeed } from './copy-feed.ts';

const HOME = parseStoreHome('esdb://db:2113?tls=false') as RemoteHome;

/** A server that has nothing new, and ends the first subscription with an error once the reader has everything. */
function serverThatEnds(
  error: Error,
  hasEverything: Promise<unknown>,
): Pick<LogClient, 'follow' | 'readLast'> {
  let isFirst = true;
  async function* follow({ signal }: FollowOptions): AsyncGenerator<FeedMessage> {
    const ends = isFirst;
    isFirst = false;
    yield { kind: 'connected' };
    yield { kind: 'caught-up' };
    if (ends) await hasEverything.then(() => Promise.reject(error));
    if (!signal.aborted) await once(signal, 'abort');
  }
  return { follow, readLast: () => Promise.resolve(undefined) };
}

describe('a copy whose subscription its server ends', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  /** How the feed says that it stands, from change to change, until it has everything for the second time. */
  async function standingsAfter(error: Error): Promise<string[]> {
    const { dir, remove } = temporaryFolder();
    const names = new StreamNames(HOME, 'ledger');
    const copy = LogCopy.open(join(dir, 'ledger.sqlite'), names.prefix.slice(0, -1));
    const stop = new AbortController();
    const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const states: string[] = [];
    const tell = (): void => {
      const state = feed.caughtUp ? 'ready' : feed.connected ? 'catching-up' : 'disconnected';
      if (state === states.at(-1)) return;
      states.push(state);
      if (state === 'ready')
        (states.indexOf('ready') < states.length - 1 ? second : first).resolve(undefined);
    };
    const feed = new CopyFeed({
      client: serverThatEnds(error, first.promise) as LogClient,
      copy,
      names,
      observer: undefined,
      bell: new CommitBell(),
      settle: () => Promise.resolve(undefined),
      onPassed: () => undefined,
      onChange: tell,
    });
    const running = feed.run(stop.signal);
    ends.push(
      () => stop.abort(),
      () => running,
      () => copy.close(),
      remove,
    );
    await second.promise;
    return states.slice(states.indexOf('ready'));
  }

  it('only catches up again where more came at once than the server keeps for a reader', async () => {
    const states = await standingsAfter(new NoAnswer('too-slow'));
    expect(new Set(states)).toEqual(new Set(['ready', 'catching-up']));
  });

  it.each(['unavailable', 'timeout'])('is without a server where that is %s', async (reason) => {
    expect(await standingsAfter(new NoAnswer(reason))).toContain('disconnected');
  });
});
