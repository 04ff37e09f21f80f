import { spawn } from 'node:child_process';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How a process ended. */
export interface Ended {
  /** Nothing when it was ended by a signal, such as after its time. */
  readonly code: number | null;
  readonly output: string;
}

export interface Task {
  readonly name: string;
  /** What Node is called with. */
  readonly command: readonly string[];
  /** After this time it is ended and counts as failed. */
  readonly minutes: number;
  readonly count: (ended: Ended) => Totals;
  /** What of it was left out, by topic, with how many tests. */
  readonly leftOut?: () => ReadonlyMap<string, number>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Result {
  readonly name: string;
  readonly totals: Totals;
  readonly output: string;
  readonly ms: number;
  readonly leftOut?: ReadonlyMap<string, number>;
}

export const addTotals = (a: Totals, b: Totals): Totals => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** Does the work for each item in order, at most `width` at a time. */
export async function inTurns<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const waiting = [...items];
  const done: R[] = [];
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) done.push(await work(item));
  };
  await Promise.all(Array.from({ length: width }, turn));
  return done;
}

// What is kept to be shown later is read as plain text.
const { FORCE_COLOR: _colour, ...environment } = process.env;

/** Runs a task under this Node and keeps what it says. */
export async function run(task: Task, cwd: string): Promise<Result> {
  const started = performance.now();
  const ended = await end(task, cwd);
  return {
    name: task.name,
    totals: task.count(ended),
    output: ended.output,
    ms: performance.now() - started,
    ...(task.leftOut && { leftOut: task.leftOut() }),
  };
}

function end(task: Task, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(process.execPath, task.command, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: task.minutes * 60_000,
      killSignal: 'SIGKILL',
      env: {
        ...environment,
        ...task.env,
        NO_COLOR: '1',
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      },
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(error.message)));
    child.on('close', (code, signal) => {
      if (signal)
        chunks.push(Buffer.from(`\nEnded by ${signal}; it may take at most ${task.minutes} minutes.\n`));
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
