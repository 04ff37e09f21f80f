import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Integer, Sequence } from 'asn1js';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seededRandom } from '#event-store/testing';
import { isRefusal, type Refusal } from '#kernel';
import { TestAuthority } from '#time-stamping/testing';
import { FOR_TIME_STAMPS, issue, makeRoot, openssl } from '../testing/test-certificates.ts';
import { readDer } from './der.ts';
import { requestTimeStamp, type ObtainedTimeStamp } from './request-time-stamp.ts';
import { encodeRequest } from './time-stamp-request.ts';
import { verifyTimeStamp } from './verify-time-stamp.ts';

const message = Buffer.from('obligo.example/ledger/etda\n1000\nรากของต้นไม้\n');

let authority: TestAuthority;
let stamp: ObtainedTimeStamp;
const grant: { usual?: TestAuthority['answer'] } = {};

const inFolder = (name: string) => path.join(authority.folder, name);
const verified = (response: Uint8Array, of: Uint8Array = message) =>
  verifyTimeStamp(response, of, { trusted: authority.root });
const asked = (options: { timeoutMs?: number; trusted?: string } = {}) =>
  requestTimeStamp({ url: authority.url, message, trusted: authority.root, ...options });
const refused = (code: string, sentence: RegExp) => ({
  refused: true,
  code,
  message: expect.stringMatching(sentence),
});

/** An answer around a token, as an authority that grants it would send it. */
function answerAround(token: Uint8Array): Uint8Array {
  const status = new Sequence({ value: [new Integer({ value: 0 })] });
  return new Uint8Array(new Sequence({ value: [status, readDer(token, 'token')] }).toBER());
}

/** A token over the content of a right one, signed by whoever has a certificate. */
async function signedBy(signer: string, ...flags: string[]): Promise<Uint8Array> {
  writeFileSync(inFolder('right.tsr'), stamp.response);
  await openssl(authority.folder, 'ts', '-reply', '-in', 'right.tsr', '-token_out', '-out', 'right.der');
  const out = ['-out', 'content.der'];
  await openssl(
    authority.folder,
    'cms',
    '-verify',
    '-noverify',
    '-inform',
    'DER',
    '-in',
    'right.der',
    ...out,
  );
  await openssl(
    authority.folder,
    ...['cms', '-sign', '-binary', '-nodetach', '-md', 'sha256', '-outform', 'DER', ...flags],
    ...['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-signer', `${signer}.pem`],
    ...['-inkey', `${signer}.key`, '-in', 'content.der', '-out', 'forged.der'],
  );
  return answerAround(readFileSync(inFolder('forged.der')));
}

beforeAll(async () => {
  authority = await TestAuthority.start();
  grant.usual = authority.answer;
  stamp = (await asked()) as ObtainedTimeStamp;
});

afterAll(() => authority.close());

describe('a time-stamp that is not what it seems', () => {
  it('does not hold for another message', () => {
    const other = Buffer.from(message);
    other[0]! ^= 1;
    expect(verified(stamp.response, other)).toMatchObject(refused('time-stamp-wrong', /another message/));
  });

  it('does not pass as the answer to another request', () => {
    const checks = { trusted: authority.root, nonce: 1n };
    expect(verifyTimeStamp(stamp.response, message, checks)).toMatchObject(
      refused('time-stamp-wrong', /another request/),
    );
  });

  it('does not hold with a bit changed, or it says the same', () => {
    const { response, ...said } = stamp;
    const held: number[] = [];
    for (let place = 0; place < response.length; place += 5) {
      const changed = Uint8Array.from(response);
      changed[place]! ^= 1 << (place % 8);
      const answer = verified(changed);
      if (isRefusal(answer)) continue;
      held.push(place);
      expect(answer).toEqual(said);
    }
    // What nobody signs: the status and the certificates beside the one that counts.
    expect(held.length).toBeLessThan(response.length / 10);
  });

  it('does not hold with anything else in its place, and breaks nothing', () => {
    const { response, ...said } = stamp;
    const random = seededRandom(3161);
    for (let round = 0; round < 150; round++) {
      const changed = Uint8Array.from(response);
      const changes = 1 + Math.floor(random() * 4);
      for (let each = 0; each < changes; each++) {
        changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      }
      const answer = verified(changed);
      if (!isRefusal(answer)) expect(answer).toEqual(said);
    }
  });

  it('is refused wherever it is cut off', () => {
    for (let length = 0; length < stamp.response.length; length += 23) {
      expect(verified(stamp.response.subarray(0, length))).toMatchObject({ code: 'time-stamp-malformed' });
    }
  });

  it('is refused with something behind its end', () => {
    expect(verified(Buffer.concat([stamp.response, Buffer.from([0])]))).toMatchObject({
      code: 'time-stamp-malformed',
    });
  });
});

describe('a time-stamp by somebody who may not give one', () => {
  it('counts when it is signed as an authority signs', async () => {
    const { response: _, ...said } = stamp;
    expect(verified(await signedBy('tsa', '-cades'))).toEqual(said);
  });

  it.each([
    ['a web server', ['extendedKeyUsage=critical,serverAuth'], /time-stamping alone/],
    ['an authority that serves the web too', ['extendedKeyUsage=critical,timeStamping,serverAuth'], /alone/],
    ['one whose purpose may be passed over', ['extendedKeyUsage=timeStamping'], /time-stamping alone/],
    ['one without a purpose', ['keyUsage=critical,digitalSignature'], /time-stamping alone/],
    [
      'one whose key is for encryption',
      ['extendedKeyUsage=critical,timeStamping', 'keyUsage=critical,keyEncipherment'],
      /key .* is not one for signatures/,
    ],
  ])('does not count: %s of the same root', async (kind, extensions, sentence) => {
    const name = kind.replaceAll(' ', '-');
    await issue(authority.folder, 'root', { name, key: 'rsa', extensions });
    expect(verified(await signedBy(name, '-cades'))).toMatchObject(refused('time-stamp-wrong', sentence));
  });

  it('does not count when the signature does not name its certificate', async () => {
    expect(verified(await signedBy('tsa'))).toMatchObject(
      refused('time-stamp-wrong', /do not name the certificate/),
    );
  });

  it('does not count when the certificate is missing', async () => {
    expect(verified(await signedBy('tsa', '-cades', '-nocerts'))).toMatchObject(
      refused('time-stamp-wrong', /certificate of the signer is missing/),
    );
  });

  it.each([
    ['expired', ['20200101000000Z', '20210101000000Z']],
    ['begins later', ['20480101000000Z', '20490101000000Z']],
  ] as const)('does not count when its certificate is not valid at that time: %s', async (name, valid) => {
    await issue(authority.folder, 'root', { name, key: 'ec', extensions: FOR_TIME_STAMPS, valid });
    const answer = verified(await authority.reply(encodeRequest(message, 7n), name));
    expect(answer).toMatchObject(refused('time-stamp-untrusted', /is valid from 20\d\d-01-01/));
  });

  it('does not count when its root is another one of the same name', async () => {
    const other = await TestAuthority.start();
    const answer = verifyTimeStamp(stamp.response, message, { trusted: other.root });
    await other.close();
    expect(answer).toMatchObject(refused('time-stamp-untrusted', /no certificate that is trusted/));
  });

  it('does not count when it comes through one that is no authority', async () => {
    await issue(authority.folder, 'root', { name: 'between', key: 'ec', extensions: FOR_TIME_STAMPS });
    await makeRoot(authority.folder, 'away');
    for (const kind of ['pem', 'key']) {
      writeFileSync(inFolder(`away.${kind}`), readFileSync(inFolder(`between.${kind}`)));
    }
    await issue(authority.folder, 'away', { name: 'below', key: 'ec', extensions: FOR_TIME_STAMPS });
    const flags = ['-cades', '-certfile', 'between.pem'];
    expect(verified(await signedBy('below', ...flags))).toMatchObject({ code: 'time-stamp-untrusted' });
  });

  it('counts through an authority between it and the root', async () => {
    const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
    await issue(authority.folder, 'root', { name: 'sub', key: 'ec', extensions });
    await makeRoot(authority.folder, 'middle');
    for (const kind of ['pem', 'key']) {
      writeFileSync(inFolder(`middle.${kind}`), readFileSync(inFolder(`sub.${kind}`)));
    }
    await issue(authority.folder, 'middle', { name: 'under', key: 'ec', extensions: FOR_TIME_STAMPS });
    expect(verified(await signedBy('under', '-cades', '-certfile', 'sub.pem'))).toMatchObject({
      authority: 'O=Test, CN=under',
    });
  });

  it('does not count when its certificate asks for what is not understood', async () => {
    const extensions = [...FOR_TIME_STAMPS, '1.2.3.4.5=critical,ASN1:NULL'];
    await issue(authority.folder, 'root', { name: 'strange', key: 'ec', extensions });
    expect(verified(await signedBy('strange', '-cades'))).toMatchObject(
      refused('time-stamp-untrusted', /critical extension 1\.2\.3\.4\.5/),
    );
  });

  it.each(['', 'nothing', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'])(
    'is not asked about when the list of trusted ones is unusable: %j',
    (trusted) => {
      expect(verifyTimeStamp(stamp.response, message, { trusted })).toMatchObject({
        code: 'time-stamp-authorities-unusable',
      });
    },
  );
});

describe('an authority that answers badly', () => {
  let late: NodeJS.Timeout | undefined;

  beforeEach(() => {
    late = undefined;
  });

  afterEach(() => {
    clearTimeout(late);
    authority.answer = grant.usual!;
  });

  const says = (status: number, type: string, body: Uint8Array | string = '') => {
    authority.answer = async (_, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
  };

  it('with an older answer to the same message is not believed', async () => {
    says(200, 'application/timestamp-reply', stamp.response);
    expect(await asked()).toMatchObject(refused('time-stamp-wrong', /another request/));
  });

  it('with a refusal is quoted', async () => {
    writeFileSync(inFolder('message.bin'), message);
    const query = ['-data', 'message.bin', '-sha384', '-out', 'other.tsq'];
    await openssl(authority.folder, 'ts', '-query', ...query);
    says(200, 'application/timestamp-reply', await authority.reply(readFileSync(inFolder('other.tsq'))));
    expect(await asked()).toMatchObject(refused('time-stamp-not-granted', /rejected: .*not supported/));
  });

  it.each([
    [500, 'application/timestamp-reply', /answered 500/],
    [200, 'text/html', /answered 200 text\/html/],
    [302, 'application/timestamp-reply', /answered 302/],
  ])('with status %d and type %s is asked again later', async (status, type, sentence) => {
    says(status, type, '<html>');
    expect(await asked()).toMatchObject(refused('time-stamp-unavailable', sentence));
  });

  it('with another address is not followed', async () => {
    authority.answer = async (_, response) => {
      response.writeHead(307, { location: authority.url }).end();
    };
    const before = authority.asked;
    expect(await asked()).toMatchObject({ code: 'time-stamp-unavailable' });
    expect(authority.asked).toBe(before + 1);
  });

  it('by ending the connections that it said it keeps is asked on new ones', async () => {
    const used = new WeakSet<object>();
    authority.answer = async (request, response) => {
      if (used.has(response.socket!)) return void response.destroy();
      used.add(response.socket!);
      await grant.usual!(request, response);
    };
    const answers = [await asked(), await asked(), await asked()];
    expect(answers.filter(isRefusal)).toEqual([]);
  });

  it('with something else than a time-stamp is refused', async () => {
    says(200, 'application/timestamp-reply', 'no');
    expect(await asked()).toMatchObject({ code: 'time-stamp-malformed' });
  });

  it('without an end is cut off', async () => {
    let sent = 0;
    authority.answer = async (_, response) => {
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', more);
      more();
    };
    expect(await asked()).toMatchObject(refused('time-stamp-unavailable', /longer than 65536 bytes/));
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('too slowly is not waited for', async () => {
    authority.answer = (_, response) =>
      new Promise((resolve) => {
        response.on('close', resolve);
      });
    expect(await asked({ timeoutMs: 50 })).toMatchObject(
      refused('time-stamp-unavailable', /did not answer: .*timeout/),
    );
  });

  it('is told when nobody is there', async () => {
    const gone = await TestAuthority.start();
    const { url } = gone;
    await gone.close();
    expect(await requestTimeStamp({ url, message })).toMatchObject(
      refused('time-stamp-unavailable', /did not answer: .*ECONNREFUSED/),
    );
  });
});

it('without a list of trusted authorities a time-stamp is taken, and its signature checked', async () => {
  const { url } = authority;
  expect(await requestTimeStamp({ url, message })).toMatchObject({ authority: 'O=Test, CN=tsa' });
  authority.answer = async (_, response) => {
    const forged = Uint8Array.from(stamp.response);
    forged[forged.length - 1]! ^= 1;
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(forged);
  };
  expect((await requestTimeStamp({ url, message })) as Refusal).toMatchObject({ refused: true });
});
