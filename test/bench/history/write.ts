/** Writes a history of public spending into a new data folder that the service opens: `npm run history`. */
import { parseArgs } from 'node:util';
import { equalJournal } from './journal.ts';
import { writeHistory } from './write-history.ts';

const USAGE = `npm run history -- [OPTION=VALUE…] FOLDER

  --events=100000    about so many, or more where the shape below needs more
  --seed=1           the same seed and shape give the same bytes
  --agencies= --projects= --lines= --years=
                     how it is spread: agencies, projects of each, lines of each project, fiscal years
  --journal=FILE     the same money as a journal for the program ledger`;

const text = { type: 'string' } as const;

function asked() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      events: { ...text, default: '100000' },
      seed: { ...text, default: '1' },
      agencies: text,
      projects: text,
      lines: text,
      years: text,
      journal: text,
      help: { type: 'boolean', default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (values.help) return undefined;
  if (folder === undefined || others.length > 0)
    throw new Error(`Expected one folder to write to.\n\n${USAGE}`);
  const { seed, journal, help: _, ...given } = values;
  const sizes = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, sizeOf(name, value)]));
  return { folder, journal, options: { events: 0, ...sizes, seed } };
}

function sizeOf(name: string, value: string): number {
  const size = Number(value);
  if (Number.isSafeInteger(size) && size > 0) return size;
  throw new Error(`--${name}=${value}: expected a whole number above 0.`);
}

async function write({ folder, journal, options }: NonNullable<ReturnType<typeof asked>>): Promise<void> {
  const started = performance.now();
  let told = 0;
  const progress = (count: number): void => {
    if (count - told < 100_000) return;
    told = count;
    process.stderr.write(`${count.toLocaleString('en')} events\n`);
  };
  const { events } = await writeHistory(folder, options, { progress });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s\n`);
  if (journal === undefined) return;
  const postings = await equalJournal(folder, journal);
  process.stdout.write(`${postings.toLocaleString('en')} postings in ${journal}\n`);
}

try {
  const given = asked();
  if (given === undefined) process.stdout.write(`${USAGE}\n`);
  else await write(given);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
