/** Packs the modules of the service, as they were compiled, into a few files: a start finds and links some tens, not a thousand. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

const EMBEDDED = 'apps/ledger/src/embedded';
const RULES = 'libs/audit-rules/src/rules';

/** What is loaded by its place, not by an import: by name in `dist/packed`, from where it was compiled. */
const PROGRAMS = {
  service: 'apps/ledger/src/serve.js',
  'follow-thread': `${EMBEDDED}/follow-thread.js`,
  'build-thread': `${EMBEDDED}/build-thread.js`,
  catalogue: `${EMBEDDED}/catalogue.js`,
};

/** Modules that find a program, or the folder of the rules, beside themselves: packed they lie beside it again. */
const FINDING = [
  `${EMBEDDED}/following-entry.js`,
  `${EMBEDDED}/build-threads.js`,
  `${EMBEDDED}/scanned-log.js`,
  'libs/audit-rules/src/load-rules.js',
];

/** Packs what is compiled in `dist` into `dist/packed`. Packages stay outside: several look for files of their own. */
export async function pack(dist) {
  const target = path.join(dist, 'packed');
  rmSync(target, { recursive: true, force: true });
  const rules = readdirSync(path.join(dist, RULES)).filter((name) => name.endsWith('.js'));
  const bundle = await rolldown({
    cwd: dist,
    input: {
      ...PROGRAMS,
      ...Object.fromEntries(rules.map((name) => [`rules/${name.slice(0, -3)}`, `${RULES}/${name}`])),
    },
    platform: 'node',
    external: (id) => !/^[#./]/.test(id) && !path.isAbsolute(id),
    // A module does what it does when it is loaded, also where nobody takes anything from it.
    treeshake: false,
    plugins: [{ name: 'places', transform: (code, file) => placed(code, { dist, target, file }) }],
  });
  // Nest, the commands and the refusals go by the names of classes.
  await bundle.write({ dir: target, keepNames: true, chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
}

/** Every other module goes on finding what lies beside the place where it was compiled. */
function placed(code, { dist, target, file }) {
  const within = (folder) => path.relative(folder, file).replaceAll(path.sep, '/');
  if (FINDING.includes(within(dist))) return code;
  const own = `new URL(${JSON.stringify(within(target))}, import.meta.url)`;
  const toPath = (url) => `process.getBuiltinModule('node:url').fileURLToPath(${url})`;
  const forms = { url: `${own}.href`, filename: toPath(own), dirname: toPath(`new URL('.', ${own})`) };
  return code.replaceAll(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, form) => forms[form]);
}
