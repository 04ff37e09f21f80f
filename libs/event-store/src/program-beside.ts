/**
 * Where a program lies that stands beside the module of this address, for a thread or a process of its own; named without
 * its ending. From the sources it is run as it is written, from the build as it was compiled.
 */
export const programBeside = (name: string, module: string): URL =>
  new URL(`./${name}.${module.endsWith('.ts') ? 'ts' : 'js'}`, module);

/** The flags of Node that such a program is run with. */
export const flagsOf = ({ pathname }: URL): string[] => [
  '--disable-warning=ExperimentalWarning',
  ...(pathname.endsWith('.ts') ? ['--conditions=source'] : []),
];
