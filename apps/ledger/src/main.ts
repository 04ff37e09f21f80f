import nodeModule from 'node:module';
import path from 'node:path';

// A service reads some thousand modules before it is ready: what was compiled once is kept beside the packages. Where
// that cannot be written, as in a container, what the image holds is used.
const own = nodeModule.findPackageJSON(import.meta.url);
if (own !== undefined)
  nodeModule.enableCompileCache(path.join(path.dirname(own), 'node_modules/.cache/compile'));

const { endBecauseOf, serve } = await import('#packed/service');
serve().catch(endBecauseOf);
