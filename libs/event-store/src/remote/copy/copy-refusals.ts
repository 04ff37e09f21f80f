import { refusal, RefusalError } from '#kernel';

export function notACopy(file: string): RefusalError {
  const message = `${file} holds a log of its own: expected the copy of a log in an event database, or no file. Move the log with obligo move.`;
  return new RefusalError(refusal('conflict', 'file-not-a-copy', message, { file }));
}

export function isACopy(file: string, log: string): RefusalError {
  const message = `${file} is a copy of the log ${log} in an event database: nothing is written to it. Move the log with obligo move, or name its store.`;
  return new RefusalError(refusal('conflict', 'file-is-a-copy', message, { file, log }));
}

export function copyOfAnother(file: string, log: string, copied: string): RefusalError {
  const message = `${file} is a copy of the log ${copied}, not of ${log} as it is in this event database. Remove the copy to make a new one.`;
  return new RefusalError(refusal('conflict', 'copy-of-another-log', message, { file, log, copied }));
}
