import { messageOf, refusal, RefusalError } from '#kernel';
import type { FolderOwner } from './folder-owner.ts';

export function noLedgerHere(folder: string): RefusalError {
  const message = `${folder} holds no ledger: expected the folder of an existing one.`;
  return new RefusalError(refusal('not-found', 'no-ledger-here', message, { folder }));
}

export function folderNotALedger(folder: string, why: string): RefusalError {
  const message = `${folder} ${why}: expected the folder of a ledger, or an empty or missing one.`;
  return new RefusalError(refusal('invalid', 'folder-not-a-ledger', message, { folder }));
}

export function fileIsLink(file: string): RefusalError {
  const message = `${file} is a link, and a copy of the folder would lead to the same log: expected the file itself; the whole folder may be a link.`;
  return new RefusalError(refusal('invalid', 'file-is-a-link', message, { file }));
}

export function fileHasOtherNames(file: string): RefusalError {
  const message = `${file} has another name elsewhere (a hard link), and both would be written as one: expected a file of its own; put a copy in its place.`;
  return new RefusalError(refusal('invalid', 'file-is-a-link', message, { file }));
}

export function folderNotWritable(folder: string, cause: unknown): RefusalError {
  const message = `${folder} cannot be written (${messageOf(cause)}): expected a folder that this user may write.`;
  return new RefusalError(refusal('invalid', 'data-folder-not-writable', message, { folder }));
}

/** Without this the files in it would be taken for missing. */
export function folderNotReadable(folder: string, cause: unknown): RefusalError {
  const message = `${folder} cannot be read (${messageOf(cause)}): expected a folder that this user may read.`;
  return new RefusalError(refusal('invalid', 'data-folder-not-readable', message, { folder }));
}

/** Two processes on one ledger would each believe their own memory of it. */
export function folderInUse(folder: string, owner: FolderOwner | undefined, more = ''): RefusalError {
  const holder = owner
    ? `process ${owner.pid} on ${owner.host} (${owner.purpose}, since ${owner.since}${owner.url ? `, ${owner.url}` : ''})`
    : 'a process that has not told its name yet';
  const message = `${folder} is in use by ${holder}: a data folder has one owner at a time.${more}`;
  return new RefusalError(
    refusal('conflict', 'data-folder-in-use', message, { folder, ...(owner && { owner }) }),
  );
}
