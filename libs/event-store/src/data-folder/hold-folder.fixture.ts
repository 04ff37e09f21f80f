import { setInterval } from 'node:timers';
import { openDataFolder } from './data-folder.ts';

/** A process of its own that takes a data folder, says so, and holds it until it is killed. */
const dir = process.argv[2];
if (dir === undefined) throw new Error('expected the folder as the argument');
const folder = openDataFolder(dir, { create: true, purpose: 'serve' });
folder.announce({ url: 'http://127.0.0.1:4010' });
setInterval(() => undefined, 60_000);
process.stdout.write('held\n');
