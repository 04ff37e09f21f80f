import { messageOf } from '#kernel';
import { verifyFolder } from '#verification';
import { readModelsOf } from '../embedded/read-models-of.ts';
import type { ChildMessage } from './child-message.ts';

/** Verifies the folder that it is told, as a process of its own, so that nobody waits for it; tells its parent. */
async function main(folder: string, keysFolder: string, auditRulesFile: string | undefined): Promise<void> {
  const tell = (message: ChildMessage) => process.send?.(message);
  try {
    const {
      root,
      position,
      keys: _keys,
      ...summary
    } = await verifyFolder(folder, {
      projections: await readModelsOf(auditRulesFile),
      isServed: true,
      keysFolder,
      onFinding: (finding) => tell({ kind: 'finding', finding }),
      onNotice: (notice) => tell({ kind: 'notice', notice }),
      onProgress: ({ what, done }) => tell({ kind: 'progress', what, done }),
    });
    const head = { position: String(position), root: Buffer.from(root).toString('base64') };
    tell({ kind: 'done', summary: { ...summary, ...head } });
  } catch (error) {
    tell({ kind: 'failed', why: messageOf(error) });
  }
  process.disconnect();
}

const [folder = '', keysFolder = '', auditRulesFile] = process.argv.slice(2);
await main(folder, keysFolder, auditRulesFile);
