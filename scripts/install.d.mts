import { type ChildProcess, type SpawnOptions } from 'node:child_process';

/** The root of the repository. */
export const ROOT: string;

/** The Node that the npm package `node` pins. */
export const PINNED_NODE: string;

/** Installs exactly what the lock file says, unless that is what is there. */
export function installIfMissing(): Promise<void>;

/** Starts npm: the one that runs this script, if it was npm that did. */
export function spawnNpm(args: readonly string[], options: SpawnOptions): ChildProcess;
