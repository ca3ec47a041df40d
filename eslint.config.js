import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DATABASE_DOOR =
  'Only libs/platform/database opens the database: elsewhere, go through its two doors (tx and call).';

const namedExportsOnly = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

const databaseSyntax = [
  { selector: "CallExpression[callee.property.name='getRepository']", message: DATABASE_DOOR },
  { selector: "NewExpression[callee.name='DataSource']", message: DATABASE_DOOR },
  { selector: "NewExpression[callee.name='Pool']", message: DATABASE_DOOR },
  { selector: "NewExpression[callee.property.name='Pool']", message: DATABASE_DOOR },
  { selector: 'ImportExpression[source.value=/^(pg|typeorm|postgres)$/]', message: DATABASE_DOOR },
  {
    selector: "CallExpression[callee.name='require'][arguments.0.value=/^(pg|typeorm|postgres)$/]",
    message: DATABASE_DOOR,
  },
];

const noForwardRef = {
  name: '@nestjs/common',
  importNames: ['forwardRef'],
  message: 'Two modules that need each other: declare a port upstream, or send an event.',
};

const databaseImports = {
  paths: [
    { name: '@nestjs/typeorm', importNames: ['InjectRepository', 'InjectDataSource'], message: DATABASE_DOOR },
    {
      name: 'typeorm',
      importNames: ['DataSource', 'Repository', 'createConnection', 'getManager'],
      message: DATABASE_DOOR,
    },
    { name: 'pg', message: DATABASE_DOOR },
    noForwardRef,
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test-results/', 'apps/web/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-restricted-syntax': ['error', namedExportsOnly, ...databaseSyntax],
      'no-restricted-imports': ['error', databaseImports],
    },
  },
  {
    // Injected classes are values to the container although the code only names them as types.
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // The doors themselves; the guards of the start and of the chain, who look from outside; the launcher, who makes the cluster.
    files: ['libs/platform/{database,queue,bus,boot,audit}/**/*.ts', 'apps/cli/start/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', namedExportsOnly], 'no-restricted-imports': ['error', noForwardRef] },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*spec.{ts,tsx}', 'test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', namedExportsOnly],
      'no-restricted-imports': 'off',
    },
  },
  {
    // Tools that load a configuration or a hook by its default export.
    files: ['*.{js,cjs,mjs}', 'apps/web/vite.config.ts', 'test/support/global-*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
