import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { obligo, obligoWith } from '../testing/obligo.fixture.ts';
import { postingCommands, readOpenApi } from './posting/openapi.ts';

describe('the help', () => {
  it('begins with examples, groups the commands and ends with the exit codes', async () => {
    const { code, out } = await obligo('--help');
    expect(code).toBe(0);
    const order = [
      'Examples:',
      'Usage: obligo',
      'Questions:',
      'Postings:',
      'Access:',
      'Operations:',
      'Exit codes:',
    ];
    const places = order.map((part) => out.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).not.toContain('\nCommands:');
    for (const exit of ['0 done', '3 refused by a rule', '6 differences found', '130 interrupted']) {
      expect(out).toContain(exit);
    }
  });

  it.each([
    ['report', 'quarterly'],
    ['report', 'kpi'],
    ['report', 'status'],
    ['explain'],
    ['diff'],
    ['reconcile'],
    ['project', 'list'],
    ['commitment', 'list'],
    ['journal'],
    ['event', 'show'],
    ['receipt', 'show'],
    ['receipt', 'verify'],
    ['report', 'verify'],
    ['import'],
    ['rebuild'],
    ['verify'],
    ['export', 'log'],
    ['import', 'log'],
    ['move'],
    ['share'],
    ['doctor'],
    ['config'],
    ['completion'],
    ['set-up'],
    ['sign-in'],
    ['sign-out'],
    ['who'],
    ['password', 'change'],
    ['second-factor', 'set-up'],
    ['second-factor', 'confirm'],
    ['invitation', 'redeem'],
    ['person', 'open'],
    ['person', 'list'],
    ['person', 'invite'],
    ['person', 'close'],
    ['person', 'reopen'],
    ['person', 'erase'],
    ['person', 'remove-second-factor'],
    ['role', 'grant'],
    ['role', 'withdraw'],
    ['role', 'list'],
    ['access', 'show'],
    ['access', 'set'],
    ['access', 'history'],
    ['access', 'happenings'],
    ['token', 'issue'],
    ['token', 'list'],
    ['token', 'revoke'],
    ['reading', 'list'],
    ['account', 'show'],
    ['document', 'list'],
    ['document', 'show'],
    ['kpi', 'show'],
    ['report', 'restatements'],
    ['report', 'published'],
  ])('of a command begins with an example of it: %s %s', async (...words) => {
    const path = words.filter((word) => typeof word === 'string');
    const { code, out, err } = await obligo(...path, '-h');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Examples?:\n {2}obligo ${path.join(' ')}\\b`));
  });

  it('of a noun lists what can be done with it', async () => {
    const { out } = await obligo('commitment', '--help');
    for (const verb of ['list', 'make', 'amend', 'release'])
      expect(out).toMatch(new RegExp(`^ +${verb} `, 'm'));
    expect(out).not.toMatch(/\ba (?:event|organisation|account)\b/);
  });
});

describe('the settings', () => {
  it('are shown with value and origin: flag before environment before default', async () => {
    const env = { OBLIGO_DATA: '/srv/ledger', OBLIGO_ACTOR: 'finance', OBLIGO_URL: '' };
    const shown = await obligoWith({ env }, 'config', '--actor', 'audit', '--json');
    expect(JSON.parse(shown.out)).toEqual({
      schema: 'obligo.config/1',
      settings: [
        { name: 'data', value: '/srv/ledger', origin: 'environment', variable: 'OBLIGO_DATA' },
        { name: 'url', origin: 'default', variable: 'OBLIGO_URL' },
        { name: 'organisation', origin: 'default', variable: 'OBLIGO_ORGANISATION' },
        { name: 'actor', value: 'audit', origin: 'flag', variable: 'OBLIGO_ACTOR' },
        { name: 'token-file', origin: 'default', variable: 'OBLIGO_TOKEN_FILE' },
        { name: 'timeout', value: '60', origin: 'default', variable: 'OBLIGO_TIMEOUT' },
      ],
    });
    const words = await obligoWith({ env }, 'config');
    expect(words.out).toMatch(/^data +\/srv\/ledger +environment \(OBLIGO_DATA\)$/m);
    expect(words.out).toMatch(/^url +- +default \(OBLIGO_URL\)$/m);
  });
});

describe('the completion', () => {
  const nouns = [...new Set(postingCommands(readOpenApi()).map(({ noun }) => noun)), 'report', 'import'];

  it.each(['bash', 'zsh', 'fish'])('for %s knows every noun', async (shell) => {
    const { code, out } = await obligo('completion', shell);
    expect(code).toBe(0);
    for (const noun of nouns) expect(out).toMatch(new RegExp(`[ "']${noun}[ "']`));
  });

  it('completes nouns, verbs and flags in bash', async () => {
    const script = (await obligo('completion', 'bash')).out;
    const complete = (...words: string[]) => {
      const line = words.map((word) => `'${word}'`).join(' ');
      const ask = `COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _obligo; echo "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' })
        .stdout.trim()
        .split(' ');
    };
    expect(complete('obligo', 'comm')).toEqual(['commitment']);
    expect(complete('obligo', 'commitment', '')).toEqual(expect.arrayContaining(['list', 'make', 'amend']));
    expect(complete('obligo', 'report', 'quarterly', '--fiscal-year', '2569', '--kn')).toEqual([
      '--known-at',
    ]);
  });
});
