import { setTimeout as pause } from 'node:timers/promises';
import { openPool, type Pool } from '#postgres';
import {
  askForRebuild,
  dropSchemas,
  findRequest,
  listSchemas,
  prepareRegistry,
  type RegisteredSchema,
  rollBack,
} from '#read-models';
import type { CommandName, ProjectorConfig } from './config.ts';

type Operation = (pool: Pool, config: ProjectorConfig) => Promise<string>;

const LOOK_MS = 250;

const operations: Readonly<Record<Exclude<CommandName, 'run'>, Operation>> = {
  status: async (pool) => {
    const schemas = await listSchemas(pool);
    return schemas.length === 0 ? 'nothing was built yet' : schemas.map(lineOf).join('\n');
  },
  rebuild: async (pool, { replace }) => {
    const { id } = await askForRebuild(pool, { mayGoBack: replace });
    for (;;) {
      const request = await findRequest(pool, id);
      if (request?.outcome?.startsWith('not done') === true) throw new Error(request.outcome);
      if (request?.finishedAt) return request.outcome ?? 'done';
      await pause(LOOK_MS);
    }
  },
  rollback: async (pool) => {
    const done = await rollBack(pool);
    if (!done) throw new Error('there is no former schema to go back to');
    return `went back from ${done.from} to ${done.to}`;
  },
  'drop-former': async (pool) => {
    const gone = await dropSchemas(pool, 'former');
    return gone.length === 0 ? 'there is no former schema' : `removed ${gone.join(', ')}`;
  },
};

/** Runs one command of an operator; answers what to tell. */
export async function operate(
  command: Exclude<CommandName, 'run'>,
  config: ProjectorConfig,
): Promise<string> {
  const pool = openPool({ url: config.postgres, application: 'obligo-projector-operator' });
  try {
    await prepareRegistry(pool);
    return await operations[command](pool, config);
  } finally {
    await pool.end();
  }
}

function lineOf({ schema, state, lastRead, contents, rolledBackAt }: RegisteredSchema): string {
  const versions = Object.entries(contents).map(([name, [version]]) => `${name} ${version}`);
  const back = rolledBackAt === null ? '' : ', rolled back';
  return `${schema}  ${state}${back}  position ${String(lastRead?.position ?? 'none')}  ${versions.join(', ')}`;
}
