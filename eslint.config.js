import ngrx from '@ngrx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { architecture } from './scripts/lint/architecture.js';
import { defaultsAsRules } from './scripts/lint/rules-that-hold.js';
import { restrictedInDashboard } from './scripts/lint/restricted-in-dashboard.js';

/** Calls of node:test return a promise that the runner itself awaits. */
const runnerAwaits = {
  allowForKnownSafeCalls: [
    { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
  ],
};

const allOfDateFns = {
  name: 'date-fns',
  message: 'All of it takes Node 2 s to load: date-fns/<function>.',
};

export default defineConfig(
  globalIgnores(['dist/', '.angular/', '.data/', 'coverage/', 'test-results/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylistic],
    languageOptions: {
      parserOptions: {
        // Named, because the project service would load the dashboard once more without its specs.
        project: ['tsconfig.spec.json', 'tsconfig.server.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-floating-promises': ['error', runnerAwaits],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A function that must match an asynchronous signature need not await anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [angular.configs.tsRecommended, ngrx.configs.all],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'app', style: 'camelCase' },
      ],
    },
  },
  {
    // Angular types a fixture's element as any, and a spy is handed to expect() unbound.
    files: ['src/**/*.spec.ts', 'src/**/*.fixture.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['{domain,server,simulator,scripts,bench}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [allOfDateFns] }],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [allOfDateFns], patterns: [defaultsAsRules()] },
      ],
    },
  },
  architecture,
  restrictedInDashboard,
);
