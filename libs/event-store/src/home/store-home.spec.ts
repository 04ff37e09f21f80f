import { describe, expect, it } from '@jest/globals';
import { RefusalError } from '#kernel';
import { parseStoreHome } from './store-home.ts';

function refusedFor(text: string): RefusalError['refusal'] {
  try {
    parseStoreHome(text);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

describe('where a log lives', () => {
  it('is a folder or a file, as it was given', () => {
    for (const path of ['./data', '/var/lib/obligo', 'C:\\ledger', 'ledger.sqlite', 'บัญชี']) {
      expect(parseStoreHome(path)).toEqual({ kind: 'sqlite', path });
    }
    expect(parseStoreHome(' data ')).toEqual({ kind: 'sqlite', path: 'data' });
  });

  it('is an event database, chosen by the scheme alone', () => {
    for (const scheme of ['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover']) {
      expect(parseStoreHome(`${scheme}://db1:2113,db2:2113?tls=true`)).toMatchObject({
        kind: scheme.replace('+discover', ''),
        log: 'obligo',
        shown: `${scheme}://db1:2113,db2:2113?tls=true&log=obligo`,
      });
    }
  });

  it('keeps the name of the log to itself, talks to the leader, and takes a failed append as an error', () => {
    expect(parseStoreHome('kurrentdb://db:2113?log=ministry_7&tls=false')).toMatchObject({
      log: 'ministry_7',
      connectionString: 'kurrentdb://db:2113?tls=false&nodePreference=leader&throwOnAppendFailure=true',
    });
  });

  it('shows no password, neither in what is logged nor in a refusal', () => {
    const home = parseStoreHome('esdb://ledger:s3cret%40@db:2113?userKeyFile=/keys/a');
    expect(home).toMatchObject({ shown: 'esdb://db:2113?log=obligo' });
    const refused = refusedFor('esdb://ledger:s3cret@db:2113?nodePreference=follower');
    expect(JSON.stringify(refused)).not.toContain('s3cret');
  });

  it.each([
    '',
    '   ',
    'postgres://db/ledger',
    'http://db:2113',
    'esdb://',
    'esdb://?tls=false',
    'esdb://user@db:2113',
    'kurrentdb://db:2113?log=',
    'kurrentdb://db:2113?log=Obligo',
    'kurrentdb://db:2113?log=obligo-1',
    'kurrentdb://db:2113?log=obligo/x',
    'kurrentdb://db:2113?log=$system',
    'kurrentdb://db:2113?log=obligo.access',
    'kurrentdb://db:2113?throwOnAppendFailure=false',
    'kurrentdb://db:2113?node_preference=random',
    'kurrentdb://db:2113?tls',
    'kurrentdb://db:2113?tls=maybe',
    'esdb://db:2113?tlsVerifyCert=no',
    'kurrentdb://db:2113?tls=true?log=a',
  ])('is not "%s"', (text) => {
    expect(refusedFor(text)).toMatchObject({ kind: 'invalid', code: 'store-home-malformed' });
  });
});
