import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { PASSWORD, type Running, scratch, serve } from '../testing/obligo.fixture.ts';
import { Person } from '../testing/person.fixture.ts';

const temporary = scratch();
let running: Running;
let at: string[];
let homes = 0;

beforeAll(async () => {
  running = await serve(join(temporary.dir, 'ledger'));
  at = ['--url', running.url];
  await running.person('malee', { role: 'auditor' });
});
afterAll(async () => {
  await running.stop();
  temporary.remove();
});

const somebody = (env: NodeJS.ProcessEnv = {}): Person =>
  new Person(join(temporary.dir, `home${++homes}`), env);

async function signedIn(): Promise<Person> {
  const person = somebody();
  const words = ['sign-in', ...at, '--name', 'malee', '--password-file', '-'];
  expect(await person.run(PASSWORD, ...words)).toMatchObject({ code: 0 });
  return person;
}

const HOURS = 3_600_000;
const keptToken = (person: Person): string => /obligo_[\w-]+/.exec(person.signIns?.text ?? '')?.[0] ?? '';

describe('signing out', () => {
  it('ends the token itself and forgets it', async () => {
    const person = await signedIn();
    const token = keptToken(person);
    const out = await person.run('', 'sign-out', ...at);
    expect([out.code, out.out]).toEqual([0, `malee is signed out of ${running.url}\n`]);
    expect(person.signIns?.text).not.toContain(token);
    const env = { OBLIGO_TOKEN: token };
    const stolen = await somebody(env).run('', 'journal', ...at);
    expect([stolen.code, stolen.err]).toEqual([4, expect.stringContaining('refused (token-refused)')]);
    expect(stolen.err).toContain('OBLIGO_TOKEN gives a token that does not count here.');
    expect(stolen.err).not.toContain(token);
    const again = await person.run('', 'sign-out', ...at, '--json');
    expect([again.code, JSON.parse(again.out)]).toEqual([0, expect.objectContaining({ signedIn: false })]);
  });

  it('leaves a token alone that the environment gives', async () => {
    const person = somebody(await running.as('reader'));
    expect(await person.run('', 'sign-out', ...at)).toMatchObject({ code: 0 });
    expect(await person.run('', 'who', ...at)).toMatchObject({ code: 0 });
  });

  it('forgets one that is over without asking the ledger', async () => {
    const person = await signedIn();
    person.ahead = 13 * HOURS;
    expect(await person.run('', 'sign-out', ...at)).toMatchObject({ code: 0 });
    expect(JSON.parse(person.signIns?.text ?? '')).toMatchObject({ signIns: {} });
  });
});
