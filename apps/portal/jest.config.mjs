// Portal tests in one run, without the VM-modules flag the API needs: the CJS preset and that flag do not agree.
import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/apps/portal/tsconfig.spec.json' }),
  displayName: 'portal',
  // A first run compiles the framework as it goes; on a busy machine that is not done in five seconds.
  testTimeout: 30_000,
  rootDir: '../..',
  roots: ['<rootDir>/apps/portal', '<rootDir>/libs'],
  testMatch: ['<rootDir>/apps/portal/**/*.spec.ts', '<rootDir>/libs/*/portal/**/*.spec.ts'],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/apps/portal/test-setup.ts'],
  moduleNameMapper: { '^@samverkan/([^/]+)/(contract|portal)$': '<rootDir>/libs/$1/$2/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.nx/'],
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|@jsverse/|@angular/common/locales/.*\\.js$)'],
};
