import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Money is whole satang inside and a decimal string outside: a float must not come between. */
const noFloats = [
  'error',
  {
    selector: 'CallExpression[callee.name="parseFloat"]',
    message: 'Read amounts with parseBaht of #kernel.',
  },
  {
    selector: 'CallExpression[callee.object.name="Number"][callee.property.name="parseFloat"]',
    message: 'Read amounts with parseBaht of #kernel.',
  },
];

const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'Buffer', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'AbortSignal'].map(
    (name) => [name, 'readonly'],
  ),
);

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'node_modules/',
    'deploy/samples/',
    '.obligo*/',
    'apps/web/src/api/schema.ts',
    'apps/web/src/**/*.generated.ts',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': noFloats,
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A number in a message is plain enough; anything that prints as [object Object] is not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {
          allowNumber: true,
          allowAny: false,
          allowBoolean: false,
          allowNever: false,
          allowNullish: false,
          allowRegExp: false,
        },
      ],
      // An identity provider on loopback speaks http; there is no other way to say so.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // `return reports(fault)` ends a branch in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // It asks for `!`, which is not allowed here.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // An empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A reader of rows says once what a row holds.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Satang is a number with a name; its minus is safe.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      // Both say the same; the code picks what reads better.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // `type` states a shape of values, `interface` a shape of things: both are wanted.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Requests and options are read as plain objects; Nest makes the instances.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Stores and handlers promise to be asynchronous, also where today's code does not wait.
      '@typescript-eslint/require-await': 'off',
      // Nest binds modules and controllers to classes that hold nothing but decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', 'test/**/*.ts'],
    rules: {
      // A test that reads a missing element fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['apps/cli/**/*.ts', 'scripts/**/*.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    rules: {
      // A box that scrolls takes the focus, so that the arrow keys reach it (WCAG 2.1.1).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: ['main'] }],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals } },
);
