import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../apps/ledger/src/config.ts';
import { DEPLOY, isThere, ROOT, sourceOf, textOf, unknownSettings } from './deployed.fixture.ts';

/** The settings of a unit, in order; a setting may be there several times. */
const settingsOf = (unit: string): [name: string, value: string][] =>
  textOf(`systemd/${unit}`)
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
const valuesOf = (unit: string, name: string) =>
  settingsOf(unit).flatMap(([found, value]) => (found === name ? [value] : []));
const environmentOf = (unit: string) =>
  Object.fromEntries(valuesOf(unit, 'Environment').map((pair) => pair.split('=') as [string, string]));

const PROCESSES = ['obligo.service', 'obligo-backup.service'];
const HARDENED: Readonly<Record<string, string>> = {
  User: 'obligo',
  NoNewPrivileges: 'yes',
  CapabilityBoundingSet: '',
  ProtectSystem: 'strict',
  ProtectHome: 'yes',
  PrivateTmp: 'yes',
  PrivateDevices: 'yes',
  ProtectProc: 'invisible',
  RestrictNamespaces: 'yes',
  RestrictSUIDSGID: 'yes',
  SystemCallArchitectures: 'native',
  UMask: '0077',
};

describe('the units of systemd', () => {
  it.each(PROCESSES)('shut %s in', (unit) => {
    const found = Object.fromEntries(settingsOf(unit));
    expect(found).toMatchObject(HARDENED);
    expect(valuesOf(unit, 'SystemCallFilter')).toEqual(['@system-service', '~@privileged @resources']);
  });

  it.each(PROCESSES)('start for %s a program that there is', (unit) => {
    const words = valuesOf(unit, 'ExecStart')[0]!.split(' ');
    const program = words.find((word) => /\.m?js$/.test(word))!;
    expect(existsSync(program.startsWith('dist/') ? sourceOf(program) : path.join(ROOT, program))).toBe(true);
    expect(words[0]).toBe('/opt/obligo/node_modules/node/bin/node');
  });

  it('set only what the ledger reads, and enough to begin with', () => {
    const environment = environmentOf('obligo.service');
    expect(unknownSettings(Object.keys(environment))).toEqual([]);
    expect(readConfig([], environment)).toMatchObject({ data: '/var/lib/obligo', host: '127.0.0.1' });
  });

  it('keep data and keys in folders that systemd makes for the service alone', () => {
    const folders = valuesOf('obligo.service', 'StateDirectory')[0]!
      .split(' ')
      .map((name) => `/var/lib/${name}`);
    const { OBLIGO_DATA, OBLIGO_SEAL_KEYS, OBLIGO_KEY_FILE } = environmentOf('obligo.service');
    expect(folders).toContain(OBLIGO_DATA);
    expect(folders).toContain(path.dirname(OBLIGO_SEAL_KEYS!));
    expect(folders).toContain(path.dirname(OBLIGO_KEY_FILE!));
    expect(path.dirname(OBLIGO_KEY_FILE!)).not.toBe(OBLIGO_DATA);
    expect(valuesOf('obligo.service', 'StateDirectoryMode')).toEqual(['0700']);
  });

  it('back up the folder that is served, to the folder that systemd-tmpfiles makes', () => {
    const [command = ''] = valuesOf('obligo-backup.service', 'ExecStart');
    expect(command).toContain(`--data ${String(environmentOf('obligo.service')['OBLIGO_DATA'])} `);
    const to = / --to (\S+)/.exec(command)![1]!;
    expect(textOf('systemd/obligo.tmpfiles')).toContain(`d ${to} 0700 obligo obligo`);
    expect(valuesOf('obligo-backup.service', 'ReadWritePaths')[0]!.split(' ')).toContain(to);
  });
});

(isThere('systemd-analyze', '--version') ? describe : describe.skip)(
  'the units of systemd, as systemd reads them (needs systemd-analyze)',
  () => {
    const units = readdirSync(path.join(DEPLOY, 'systemd')).filter((name) =>
      /\.(?:service|timer)$/.test(name),
    );
    const analyze = (...args: string[]) =>
      spawnSync('systemd-analyze', args, { cwd: path.join(DEPLOY, 'systemd'), encoding: 'utf8' });

    it('have no fault but that the product is not installed here', () => {
      const { stdout, stderr } = analyze('verify', ...units.map((name) => `./${name}`));
      const told = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('obligo'));
      expect(told.filter((line) => !line.includes('/opt/obligo/'))).toEqual([]);
    });

    it.each(PROCESSES)('leave %s little to attack', (unit) => {
      const { status, stdout } = analyze('security', '--offline=true', '--threshold=20', `./${unit}`);
      expect(stdout).toContain('Overall exposure level');
      expect(status).toBe(0);
    });
  },
);
