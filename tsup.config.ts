/** How the package is built: one ESM file for each door, declarations beside them, shared code in chunks. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    authoring: 'src/authoring/index.ts',
    node: 'src/node/index.ts',
    bullmq: 'src/bullmq.ts',
    'json-rules-engine': 'src/adapters/json-rules-engine.ts',
    cli: 'src/cli/main.ts',
    'batch-worker': 'src/node/batch/worker.ts',
  },
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  splitting: true,
  clean: true,
  treeshake: true,
  sourcemap: false,
  dts: {
    entry: {
      index: 'src/index.ts',
      authoring: 'src/authoring/index.ts',
      node: 'src/node/index.ts',
      bullmq: 'src/bullmq.ts',
      'json-rules-engine': 'src/adapters/json-rules-engine.ts',
    },
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
});
