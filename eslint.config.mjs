// A rule is an error or it is off. The walls between rooms are proved by tools/architecture.spec.mjs; the Nx rule here
// draws the editor's red line under the same trespasses.
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/architecture.mjs';

const typescript = ['apps/**/*.ts', 'libs/**/*.{ts,tsx}', 'database/**/*.ts'];
const api = ['apps/api/**/*.ts', 'libs/*/api/**/*.{ts,tsx}', 'libs/*/contract/**/*.ts', 'database/**/*.ts'];
const portal = ['apps/portal/**/*.ts', 'libs/*/portal/**/*.ts'];
const pages = ['apps/portal/**/*.html', 'libs/*/portal/**/*.html'];
const specs = ['**/*.spec.ts', 'apps/e2e/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.angular',
      'coverage',
      '**/.nx',
      '**/.data',
      '**/test-results',
      'apps/portal/index.html',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [...tseslint.configs.strict],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { checkDynamicDependenciesExceptions: ['.*'], depConstraints: boundaries },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-useless-escape': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: api,
    languageOptions: { parserOptions: { project: './apps/api/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
  {
    files: portal,
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: ['element', 'attribute'], prefix: 'sam', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'sam', style: 'camelCase' }],
      // The rule takes `output<void>()`, Angular's output without a value, for a misuse.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  { files: pages, extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  // A page that cannot start has nowhere else to say so; a journey prints what it measured.
  { files: ['apps/portal/main.ts', 'apps/e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  // The Nx rule takes database/ for a foreign place, and the test system of apps/api, on which specs stand, for an app.
  { files: ['apps/api/**/*.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: specs,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
  {
    files: ['tools/**/*.mjs', '*.mjs'],
    rules: { 'max-lines': ['error', { max: 300 }], eqeqeq: 'error', 'prefer-const': 'error', 'no-var': 'error' },
  },
  prettier,
);
