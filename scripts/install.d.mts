/** The root of the repository. */
export const ROOT: string;

/** The Node that the npm package `node` pins. */
export const PINNED_NODE: string;

/** Installs exactly what the lock file says, unless that is what is there. */
export function installIfMissing(): Promise<void>;
