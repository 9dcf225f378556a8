import { defineConfig } from 'vitest/config';
import config from './vitest.config';

/** Tests that need the build, thousands of requests or minutes: npm test -- slow. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['**/*.slow.test.ts'],
    exclude: ['node_modules', '.next', 'e2e', 'data'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // One at a time: they measure memory and count renders.
    fileParallelism: false,
  },
});
