/** Runs the benchmarks of test/benchmarks one after another, or those whose name holds a given word. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

const folder = path.join(ROOT, 'test/benchmarks');
const [word = '', ...rest] = process.argv.slice(2);
const benchmarks = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.ts') && name.includes(word))
  .sort();

if (benchmarks.length === 0) {
  console.error(`No benchmark in test/benchmarks has "${word}" in its name.`);
  process.exitCode = 1;
}
for (const name of benchmarks) {
  console.log(`\n${name}`);
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--expose-gc'];
  const { status } = spawnSync(process.execPath, [...flags, path.join(folder, name), ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
