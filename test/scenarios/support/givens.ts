import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Step } from './steps.ts';
import { amountOf, firstDayOf, lineOf } from './words.ts';
import type { World } from './world.ts';

/** How a scenario begins: the day, the projects and their budget, and who has which duty. */
export const givens: readonly Step[] = [
  [/^today is (\d{4}-\d{2}-\d{2})$/, (world, _, day) => world.goTo(day!)],
  [
    /^project "([^"]+)" of (\d{4}) has ([\d,]+\.\d{2}) on (\S+)$/,
    async (world, _, project, year, amount, line) => {
      await openAccount(world, project!, year!);
      await allocate(world, project!, year!, amount!, line!);
    },
  ],
  [
    /^project "([^"]+)" of (\d{4}) has:$/,
    async (world, { table }, project, year) => {
      await openAccount(world, project!, year!);
      for (const { line, amount } of table) await allocate(world, project!, year!, amount!, line!);
    },
  ],
  [
    /^project "([^"]+)" of (\d{4}) is open$/,
    (world, _, project, year) => openAccount(world, project!, year!),
  ],
  [
    /^"([^"]+)" has the duty "([^"]+)"(?: from (\S+))?(?: until (\S+))?(?: up to ([\d,]+\.\d{2}))?$/,
    (world, _, holder, duty, first, last, upTo) =>
      world.must(
        'control/duties',
        {
          duty,
          holder,
          ...(first ? { first } : {}),
          ...(last ? { last } : {}),
          ...(upTo ? { upTo: amountOf(upTo) } : {}),
          effectiveOn: world.today,
        },
        { actor: 'director' },
      ),
  ],
  [
    /^"([^"]+)" delegates "([^"]+)" to "([^"]+)" from (\S+) until (\S+)$/,
    (world, _, from, duty, to, first, last) =>
      world.post('control/delegations', { duty, to, first, last, effectiveOn: world.today }, { actor: from }),
  ],
  [
    /^"([^"]+)" gives "([^"]+)" the duty "([^"]+)"$/,
    (world, _, actor, holder, duty) =>
      world.post('control/duties', { duty, holder, effectiveOn: world.today }, { actor }),
  ],
  [/^the published tables of "([^"]+)" are taken over$/, (world, _, sample) => takeOver(world, sample!)],
  [
    /^"([^"]+)" no longer has the duty "([^"]+)"$/,
    (world, _, holder, duty) =>
      world.must(
        'control/duties/withdrawals',
        { duty, holder, reason: 'another post', effectiveOn: world.today },
        { actor: 'director' },
      ),
  ],
];

const SAMPLES = path.resolve(import.meta.dirname, '../../../deploy/samples');

async function takeOver(world: World, sample: string): Promise<void> {
  const folder = path.join(SAMPLES, sample);
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const files = names.map((name) => ({ name, content: readFileSync(path.join(folder, name), 'utf8') }));
  const { status, json } = await world.send('imports', { files });
  if (status !== 200) throw new Error(`it was not taken over: ${JSON.stringify(json)}`);
}

async function openAccount(world: World, project: string, fiscalYear: string): Promise<void> {
  if (world.opened.size === 0) {
    world.project = project;
    world.fiscalYear = fiscalYear;
  }
  const account = `${fiscalYear}.${project}`;
  if (world.opened.has(account)) return;
  world.opened.add(account);
  await world.must('budget-accounts', {
    fiscalYear: Number(fiscalYear),
    project,
    name: `Project ${project}`,
    effectiveOn: firstDayOf(fiscalYear),
  });
}

async function allocate(
  world: World,
  project: string,
  fiscalYear: string,
  amount: string,
  line: string,
): Promise<void> {
  await world.must(`budget-accounts/${fiscalYear}/${project}/allocations`, {
    line: lineOf(line),
    amount: amountOf(amount),
    effectiveOn: firstDayOf(fiscalYear),
  });
}
