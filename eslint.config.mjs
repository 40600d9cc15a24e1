import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { house } from './tools/lint/house.mjs';

const SOURCE = ['**/*.{ts,tsx,mjs}'];
const TESTS = ['**/*.{spec,test,trial}.{ts,tsx,mjs}', 'apps/*/test/**/*.{ts,tsx}', 'e2e/**/*.{ts,mjs}'];
const FEATURES = 'apps/web/src/features';

/** `it.only`, `describe.skip` and their kind: a suite with a hole in it looks green. `skipIf` says why and stays. */
const HOLES = ['it', 'test', 'describe'].flatMap((object) =>
  ['only', 'skip', 'todo', 'fails'].map((property) => ({ object, property })),
);

const FOUR = 'At most three parameters, then one object with names.';
const SEVEN = 'A seventh collaborator hints at a second noun inside: split the class.';

/** Handlers are free: Nest fills their decorated parameters, nobody calls them by position. */
const PARAMETERS = [
  { selector: ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>3]', message: FOUR },
  { selector: 'MethodDefinition[kind="method"][decorators.length=0] > *[params.length>3]', message: FOUR },
  { selector: 'MethodDefinition[kind="constructor"] > *[params.length>6]', message: SEVEN },
];

/** Rules that read one file at a time; only `awaited` below asks the type checker, so a full run stays short. */
const everywhere = {
  files: SOURCE,
  plugins: { house, '@typescript-eslint': tseslint.plugin },
  languageOptions: {
    parser: tseslint.parser,
    // Tells consistent-type-imports that Nest reads types at run time: it then leaves decorated files alone.
    parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true, ecmaFeatures: { jsx: true } },
  },
  linterOptions: { noInlineConfig: true },
  rules: {
    '@typescript-eslint/ban-ts-comment': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    '@typescript-eslint/no-useless-constructor': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-debugger': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-syntax': ['error', ...PARAMETERS],
    'no-var': 'error',
    // The last one would switch off what oxlint keeps; ESLint takes no such comments.
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'oxlint-disable'], location: 'start' }],
    'prefer-const': 'error',
    'max-lines': ['error', 300],
    'house/data-door': 'error',
    'house/folder-names': 'error',
    'house/module-graph': 'error',
    'house/narrow-door': 'error',
    'house/no-admin-branch': 'error',
    'house/no-forward-ref': 'error',
    'house/sides': 'error',
    'house/value-imports': 'error',
  },
};

const tests = {
  files: TESTS,
  rules: {
    'max-lines': ['error', 400],
    'no-restricted-properties': ['error', ...HOLES],
    'no-restricted-syntax': 'off',
  },
};

/** A forgotten await commits before the write it forgot, and lets a test pass before its assertion ran. */
const awaited = {
  files: ['apps/api/{src,test}/**/*.ts'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  },
};

const react = {
  files: ['{apps/web,libs/ui}/**/*.{ts,tsx}'],
  plugins: { 'react-hooks': reactHooks },
  rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
};

const CALL_THE_CLIENT = 'Call the API through @st0r/api-client: it carries the session, the errors and the types.';

const features = {
  files: [`${FEATURES}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    'house/tokens-only': 'error',
    'no-restricted-globals': [
      'error',
      { name: 'fetch', message: CALL_THE_CLIENT },
      { name: 'XMLHttpRequest', message: CALL_THE_CLIENT },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'window', property: 'fetch', message: CALL_THE_CLIENT },
      { object: 'globalThis', property: 'fetch', message: CALL_THE_CLIENT },
    ],
  },
};

const stylesheets = [
  { files: [`${FEATURES}/**/*.css`], plugins: { house }, processor: 'house/css-as-text' },
  { files: [`${FEATURES}/**/*.css/*.js`], plugins: { house }, rules: { 'house/tokens-only': 'error' } },
];

/** Written by a generator: nobody edits them. */
const ignored = {
  ignores: [
    '**/node_modules/',
    '**/dist/',
    '**/coverage/',
    '.data/',
    '.nx/',
    '.cache/',
    'apps/api/src/schema/',
    '**/generated/',
    '**/*.generated.ts',
  ],
};

export default [ignored, everywhere, tests, awaited, react, features, ...stylesheets];
