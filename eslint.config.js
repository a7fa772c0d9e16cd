/** Lint rules: strict TypeScript, no unused code; the shape of the house is a test (src/architecture.test.ts). */
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['tmp/', 'dist/', 'docs/api/', 'node_modules/', 'coverage/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['scripts/**', '**/*.mjs', 'bench/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        structuredClone: 'readonly',
        TextEncoder: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.test.ts'], rules: { 'no-loss-of-precision': 'off', 'no-control-regex': 'off', '@typescript-eslint/no-dynamic-delete': 'off' } },
  { files: ['examples/**'], rules: { 'no-console': 'off' } },
);
