// API and contract tests in one run. Nest 12 is ESM only: run with NODE_OPTIONS=--experimental-vm-modules (tools/test.mjs does).
import { swcOptions, swcPageOptions } from '../../tools/swc-options.mjs';

export default {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api', '<rootDir>/libs'],
  testMatch: [
    '<rootDir>/apps/api/**/*.spec.ts',
    '<rootDir>/libs/*/api/**/*.spec.ts',
    '<rootDir>/libs/*/contract/**/*.spec.ts',
  ],
  testEnvironment: '<rootDir>/apps/api/testing/shared-modules-environment.cjs',
  runtime: '<rootDir>/apps/api/testing/shared-modules.cjs',
  testSequencer: '<rootDir>/apps/api/testing/longest-first.cjs',
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: {
    '^@samverkan/testing$': '<rootDir>/apps/api/testing/index.ts',
    '^@samverkan/([^/]+)/(contract|api|floor)$': '<rootDir>/libs/$1/$2/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.nx/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swcOptions, module: { type: 'commonjs' } }],
    '^.+\\.tsx$': ['@swc/jest', { ...swcPageOptions, module: { type: 'commonjs' } }],
  },
  testTimeout: 30_000,
};
