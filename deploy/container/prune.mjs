/**
 * Takes out of node_modules what is there for the pages alone, which are built by now, what only a compiler reads, and
 * what is for another C library. Licence texts stay. Runs while the image is built, in the folder that holds node_modules.
 */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Packages of the pages: Vite has put them into dist/apps/web. */
const OF_THE_PAGES = ['@mantine', '@tanstack', '@floating-ui', 'react', 'react-dom'];
/** Packages that hold nothing that runs in the service. */
const OF_THE_COMPILER = ['@types', 'typescript'];
/** The base image is Debian; these are for Alpine. */
const OF_MUSL = ['@kurrent/bridge-linux-x64-musl', '@kurrent/bridge-linux-arm64-musl'];
const NEVER_RUN = /\.(?:d\.[cm]?ts|map)$/;

const modules = path.resolve('node_modules');
const takeOut = (name) => rmSync(path.join(modules, name), { recursive: true, force: true });

for (const name of [...OF_THE_PAGES, ...OF_THE_COMPILER, ...OF_MUSL]) takeOut(name);
for (const name of readdirSync(modules, { recursive: true, encoding: 'utf8' })) {
  if (NEVER_RUN.test(name)) takeOut(name);
}
