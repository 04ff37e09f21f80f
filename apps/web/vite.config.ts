import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Packs every file once when it is built, so that the service only sends it. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const assets = path.join(dir, 'assets');
    for (const name of readdirSync(assets)) {
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      const bytes = readFileSync(path.join(assets, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(path.join(assets, `${name}.br`), brotliCompressSync(bytes, { params }));
      writeFileSync(path.join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

/** The pages are files of the ledger's own origin: nothing inlined, nothing fetched from elsewhere. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [packed()],
  resolve: { conditions: ['source', 'module', 'browser'] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the pages allows no data: addresses.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // What every page needs arrives as one file: it packs better than the thirty that their sharing would make.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      // Libraries are pure: what a page does not use of them stays out.
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/') },
      onLog(level, log, tell) {
        // Every file of the component kit says where it would run; nothing here depends on it.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
