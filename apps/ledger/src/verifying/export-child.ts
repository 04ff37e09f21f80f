import { type Instant, messageOf, RefusalError } from '#kernel';
import { exportFolder } from '#verification';
import type { ExportMessage, ReadModelsStand } from './child-message.ts';

/** Writes the log of a folder up to its last checkpoint as a bundle, as a process of its own; tells its parent. */
async function main(
  folder: string,
  out: string,
  createdAt: Instant,
  readModels: ReadModelsStand,
): Promise<void> {
  const tell = (message: ExportMessage) => process.send?.(message);
  try {
    const { manifest } = await exportFolder(folder, {
      out,
      createdAt,
      extent: 'sealed',
      takesEarlierTotals: readModels === 'stopped',
    });
    tell({ kind: 'written', events: manifest.leaves.size });
  } catch (error) {
    const refusal = error instanceof RefusalError ? error.refusal : undefined;
    tell({ kind: 'failed', why: messageOf(error), refusal });
  }
  process.disconnect();
}

const [folder = '', out = '', createdAt = '', readModels = ''] = process.argv.slice(2);
await main(folder, out, createdAt as Instant, readModels as ReadModelsStand);
