import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Io } from '../io.ts';
import { wrongUse } from '../settings.ts';

const signInSchema = z.object({ name: z.string(), token: z.string(), expiresAt: z.iso.datetime() });
const fileSchema = z.object({
  schema: z.literal('obligo.sign-ins/1'),
  /** By address, or by the absolute path of a folder. */
  signIns: z.record(z.string(), signInSchema),
});

/** A person who signed in at a ledger from this machine. */
export type SignIn = z.infer<typeof signInSchema>;
type SignIns = Readonly<Record<string, SignIn>>;

/** Rights of others on the file. */
const OTHERS = 0o077;

/** The sign-in that is kept for a ledger, be it over or not. */
export async function keptFor(io: Io, key: string): Promise<SignIn | undefined> {
  const file = fileOf(io);
  const signIns = file === undefined ? {} : await read(file);
  return Object.hasOwn(signIns, key) ? signIns[key] : undefined;
}

/** Keeps a sign-in for a ledger; nothing keeps more than one. */
export const keep = (io: Io, key: string, signIn: SignIn): Promise<string> =>
  change(io, (signIns) => ({ ...signIns, [key]: signIn }));

export const forget = (io: Io, key: string): Promise<string> =>
  change(io, (signIns) => Object.fromEntries(Object.entries(signIns).filter(([each]) => each !== key)));

export const isOver = ({ now }: Io, { expiresAt }: SignIn): boolean => Date.parse(expiresAt) <= now();

/** Where sign-ins are kept (XDG base directories): state of one user on one machine, not settings. */
function fileOf({ env }: Io): string | undefined {
  const { XDG_STATE_HOME: state = '', HOME: home = env['USERPROFILE'] } = env;
  // A relative path counts as none, says the specification.
  if (isAbsolute(state)) return join(state, 'obligo', 'sign-ins.json');
  return home === undefined || home === ''
    ? undefined
    : join(home, '.local', 'state', 'obligo', 'sign-ins.json');
}

/** What is over is dropped on the way. The file is replaced in one step: nobody reads half of it. */
async function change(io: Io, edit: (signIns: SignIns) => SignIns): Promise<string> {
  const file = fileOf(io);
  if (file === undefined)
    throw wrongUse('Nothing says where to keep the sign-in; expected HOME, or XDG_STATE_HOME.');
  const signIns = Object.fromEntries(
    Object.entries(edit(await read(file))).filter(([, signIn]) => !isOver(io, signIn)),
  );
  const next = `${file}.${randomUUID()}`;
  const text = `${JSON.stringify({ schema: 'obligo.sign-ins/1', signIns }, undefined, 2)}\n`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(next, text, { mode: 0o600, flag: 'wx' });
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw wrongUse(`${file} cannot be written: ${codeOf(error) ?? 'unknown'}.`);
  }
  return file;
}

async function read(file: string): Promise<SignIns> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0)
      throw wrongUse(`${file} can be read by others; expected mode 600. Remove it, and sign in again.`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return {};
    if (code === undefined) throw error;
    throw wrongUse(`${file} cannot be read: ${code}.`);
  }
  // What it holds is secret, so that not even what is wrong with it is told.
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data.signIns;
  throw wrongUse(`${file} is not what obligo sign-in writes. Remove it, and sign in again.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
