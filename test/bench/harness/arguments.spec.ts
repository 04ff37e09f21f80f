import { describe, expect, it } from '@jest/globals';
import { asked } from './arguments.ts';
import { contextOf } from './bench.ts';

const ALL = ['http', 'rebuild', 'reports'];
const silent = () => undefined;

describe('what a run of the benchmarks is asked for', () => {
  it('is all of them without a name', () => {
    expect(asked([], ALL)).toEqual({ names: ALL, json: false, options: { quick: false, given: {} } });
  });

  it('is the bench of a name, or those whose name holds the word', () => {
    expect(asked(['http'], ALL).names).toEqual(['http']);
    expect(asked(['re'], ALL).names).toEqual(['rebuild', 'reports']);
    expect(asked(['http', 'reports', 'http'], ALL).names).toEqual(['http', 'reports']);
  });

  it('is refused with the names that there are when no bench is called so', () => {
    expect(() => asked(['speed'], ALL)).toThrow(
      'No benchmark is called "speed": expected one of http, rebuild, reports.',
    );
  });

  it('is a list for other programs with --json, kept in a file with --json=FILE', () => {
    expect(asked(['--json'], ALL)).toMatchObject({ json: true });
    expect(asked(['--json=bench.json'], ALL)).toMatchObject({ json: false, jsonFile: 'bench.json' });
    expect(asked(['--json', '--json=bench.json'], ALL)).toMatchObject({ json: true, jsonFile: 'bench.json' });
  });

  it('is refused before anything is measured when the list could not be written', () => {
    for (const file of ['', '/no/such/folder/bench.json', '.'])
      expect(() => asked([`--json=${file}`], ALL)).toThrow(
        `--json=${file}: expected a file that can be written.`,
      );
  });

  it('hands sizes on to the benches', () => {
    const { options } = asked(['http', '--postings=10000', '--rounds=7'], ALL);
    const context = contextOf(options, silent);
    expect([context.number('postings', 1_000_000, 100), context.rounds]).toEqual([10_000, 7]);
    const several = contextOf(asked(['--postings=10,1000'], ALL).options, silent);
    expect(several.numbers('postings', [1], [2])).toEqual([10, 1000]);
    expect(() => several.number('postings', 1, 2)).toThrow('--postings=10,1000: expected one whole number');
  });

  it('is refused with the sizes that there are when one is misspelt, and a value that is none', () => {
    expect(() => asked(['--posting=5'], ALL)).toThrow(
      /^--posting=5 is no option: expected one of .*--postings=NUMBER/,
    );
    expect(() => asked(['-q'], ALL)).toThrow('-q is no option: expected one of');
    expect(() => asked(['--quick=yes'], ALL)).toThrow('--quick=yes: expected --quick without a value.');
    expect(() => asked(['--postings'], ALL)).toThrow('--postings: expected --postings=VALUE.');
    for (const value of ['0', 'abc', '-5', '1.5', '10,', '1e99'])
      expect(() => asked([`--postings=${value}`], ALL)).toThrow(
        `--postings=${value}: expected a whole number above 0.`,
      );
  });

  it('takes five runs in earnest, and small sizes once in a test', () => {
    const full = contextOf(asked([], ALL).options, silent);
    const quick = contextOf(asked(['--quick'], ALL).options, silent);
    expect([full.rounds, full.number('postings', 1_000_000, 100)]).toEqual([5, 1_000_000]);
    expect([quick.rounds, quick.number('postings', 1_000_000, 100)]).toEqual([1, 100]);
  });
});
