import { DatabaseSync } from 'node:sqlite';

/** Changes a file of a ledger as somebody can who owns the disk: the guards are taken away and put back. */
export function rewrite(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) database.exec(`DROP TRIGGER ${String(name)}`);
  database.exec(sql);
  for (const guard of guards) database.exec(String(guard['sql']));
  database.close();
}
