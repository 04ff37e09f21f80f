import type { RecordedReading } from '#readings';
import { figureColumn, type Table, textColumn } from '#reporting';

/** Readings as rows; they are the rows of the JSON answer too. */
export function readingsTable(readings: readonly RecordedReading[], caption: readonly string[]): Table {
  return {
    title: 'Readings',
    caption,
    columns: [
      figureColumn('reading', 'Reading'),
      textColumn('at', 'At'),
      textColumn('who', 'Who'),
      textColumn('via', 'Via'),
      textColumn('address', 'Address'),
      textColumn('route', 'Operation'),
      textColumn('method', 'Method'),
      textColumn('path', 'Path'),
      textColumn('query', 'Query'),
      textColumn('known_position', 'Known at'),
      textColumn('format', 'Form'),
      figureColumn('status', 'Status'),
      figureColumn('bytes', 'Bytes'),
    ],
    rows: readings.map(({ position, status, bytes, ...texts }) => ({
      ...texts,
      known_position: position,
      status: String(status),
      bytes: bytes === undefined ? undefined : String(bytes),
    })),
    footnotes: [],
  };
}
