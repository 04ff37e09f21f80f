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
  });

  it('hands sizes on to the benches, and refuses an option without a value', () => {
    const { options } = asked(['http', '--postings=10000'], ALL);
    expect(contextOf(options, silent).number('postings', 1_000_000, 100)).toBe(10_000);
    expect(() => asked(['--postings'], ALL)).toThrow('expected --postings=VALUE');
    const wrong = contextOf({ quick: false, given: { postings: 'many' } }, silent);
    expect(() => wrong.number('postings', 1_000_000, 100)).toThrow('expected a whole number above 0');
  });

  it('takes five runs in earnest, and small sizes once in a test', () => {
    const full = contextOf(asked([], ALL).options, silent);
    const quick = contextOf(asked(['--quick'], ALL).options, silent);
    expect([full.rounds, full.number('postings', 1_000_000, 100)]).toEqual([5, 1_000_000]);
    expect([quick.rounds, quick.number('postings', 1_000_000, 100)]).toEqual([1, 100]);
  });
});
