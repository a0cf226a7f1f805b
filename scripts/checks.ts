/** A check is a command that says by its exit code whether the sources are in order. */
export interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

/** The checks, quickest first; arguments of the Node that runs them. */
export const CHECKS: readonly Check[] = [
  { name: 'biome', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  {
    name: 'imports',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '.', '-T', 'err-long'],
  },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
];
