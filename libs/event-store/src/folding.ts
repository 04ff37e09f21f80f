/** What it takes to read a whole log in a file and to make another file of it. */
export { makePrivate } from './data-folder/private-file.ts';
export { flagsOf, programBeside } from './program-beside.ts';
export { LogScan, type LogScanOptions, type ScannedEvent } from './sqlite/log-scan.ts';
export { isOfTheMachine } from './sqlite/sqlite-errors.ts';
