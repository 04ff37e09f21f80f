/** Compiles the applications and libraries into dist/; says so on stderr and throws when it fails. */
export function build(): Promise<void>;

/** Builds when a source is newer than the last build. */
export function buildIfStale(): Promise<void>;
