import { readdirSync } from 'node:fs';

/** Names of our own, since packages have names of their own that begin with #. */
const libraries = readdirSync(new URL('libs', import.meta.url)).join('|');

/** One runner for all suites; Nest 12 ships ES modules, so everything is loaded as such. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    [`^#(${libraries})$`]: '<rootDir>/libs/$1/src/index.ts',
    [`^#(${libraries})/folding$`]: '<rootDir>/libs/$1/src/folding.ts',
    [`^#(${libraries})/testing$`]: '<rootDir>/libs/$1/testing/index.ts',
  },
  testTimeout: 30_000,
};
