import { sharedHomesIn } from './shared-homes.ts';

/** What the environment says of a folder that is opened here, as the service would take it. Throws where it contradicts itself. */
export async function folderSettings(env: NodeJS.ProcessEnv, keyFile: string | undefined) {
  // Loaded only here: help and a running ledger need none of it.
  const { mustFitOthers } = await import('../../../ledger/src/embedded/several-processes.ts');
  const { sealSettingsIn } = await import('../../../ledger/src/sealing/settings.ts');
  const settings = { ...sharedHomesIn(env), keyFile, seal: sealSettingsIn(env) };
  mustFitOthers(settings);
  return settings;
}
