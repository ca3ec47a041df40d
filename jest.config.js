const base = {
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const withServices = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** Three rings: pure rules (unit), one service on real PostgreSQL (db), whole paths (journeys); `long` is run by test:long. */
export default {
  // It ends what hangs and proves nothing: what is bounded is bounded by an expectation. The long ring says its own.
  testTimeout: 300_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'] },
    { ...base, ...withServices, displayName: 'db', testMatch: ['<rootDir>/{libs,apps,test}/**/*.db-spec.ts'] },
    { ...base, ...withServices, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.e2e-spec.ts'] },
    { ...base, ...withServices, displayName: 'long', testMatch: ['<rootDir>/{libs,apps,test}/**/*.long-spec.ts'] },
  ],
};
