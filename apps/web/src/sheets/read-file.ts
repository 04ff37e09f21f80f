import { type Grid, numberText, parseDelimited } from '#sheets';

/** Larger files are no sheets of two thousand rows. */
const LARGEST = 10 * 1024 * 1024;

/** Why a file cannot be read. */
export type SheetFileFault = 'tooLarge' | 'oldFormat' | 'unreadable' | 'noRows';

/** A table out of a file, under its name. */
export interface NamedGrid {
  readonly name: string;
  readonly rows: Grid;
}

/** The tables of an XLSX or CSV file; a text file has one. Formulas are read by their values. */
export async function readSheetFile(file: File): Promise<readonly NamedGrid[] | SheetFileFault> {
  if (file.size > LARGEST) return 'tooLarge';
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const grids = isZip(bytes)
      ? await readWorkbook(bytes.buffer)
      : isOld(bytes)
        ? 'oldFormat'
        : readText(bytes, file.name);
    if (typeof grids === 'string') return grids;
    const filled = grids.filter(({ rows }) => rows.length > 0);
    return filled.length === 0 ? 'noRows' : filled;
  } catch {
    return 'unreadable';
  }
}

/** XLSX is a ZIP archive. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** XLS is a compound file. */
const isOld = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

async function readWorkbook(bytes: ArrayBuffer): Promise<NamedGrid[]> {
  // Loaded when the first workbook is opened; without workers, which the policy of the pages does not allow.
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  const sheets = await readXlsxFile<string>(bytes, { parseNumber: numberText });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(textOf)).filter((row) => row.some((text) => text.trim() !== '')),
  }));
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : '';
}

function readText(bytes: Uint8Array, name: string): NamedGrid[] | SheetFileFault {
  const text = decode(bytes);
  return isBinary(text) ? 'unreadable' : [{ name, rows: parseDelimited(text) }];
}

/** Pictures, PDF and the like hold what no text does. */
const isBinary = (text: string): boolean => text.includes('\0');

/** UTF-8 or UTF-16 where the bytes are it; else the Thai code page that older programs write. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}
