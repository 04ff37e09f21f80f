import { type KindOfSheet, type SheetColumn, sheetKind, writeDelimited } from '#sheets';
import { type Cell, type Sheet, writeWorkbook } from '#spreadsheets';
import { refuse } from '../http/refusals.ts';

export type TemplateLanguage = 'th' | 'en';

export interface Template {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The template of a kind by the name of its file, such as `commitments.xlsx`. */
export async function templateOf(file: string, language: TemplateLanguage): Promise<Template> {
  const [, name = '', extension] = /^([a-z-]{1,40})\.(xlsx|csv)$/.exec(file) ?? [];
  const kind = sheetKind(name);
  if (!kind) throw refuse('route-unknown', `There is no template ${file.slice(0, 64)}.`);
  return extension === 'csv' ? asCsv(kind, file, language) : asWorkbook(kind, file, language);
}

function asCsv(kind: KindOfSheet, name: string, language: TemplateLanguage): Template {
  const rows = [
    kind.columns.map((column) => headerOf(column, language)),
    kind.columns.map(({ example }) => example),
  ];
  // Spreadsheet programs take a file for UTF-8 only with this mark.
  const text = `\ufeff${writeDelimited(rows, { forSpreadsheets: true })}`;
  return { name, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) };
}

async function asWorkbook(kind: KindOfSheet, name: string, language: TemplateLanguage): Promise<Template> {
  const { columns, title } = kind;
  const header: Cell[] = columns.map((column) => ({ text: headerOf(column, language), look: 'heading' }));
  const example: Cell[] = columns.map((column) => ({ text: column.example }));
  const sheets: Sheet[] = [
    {
      name: title[language],
      widths: columns.map((column) => Math.max(headerOf(column, language).length, column.example.length) + 4),
      rows: [header, example],
      frozen: { rows: 1, columns: 1 },
    },
    guideOf(kind, language),
  ];
  return {
    name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeWorkbook(sheets),
  };
}

const headerOf = ({ names, key }: SheetColumn, language: TemplateLanguage): string =>
  names[language][0] ?? key;

const GUIDE = {
  th: {
    name: 'คำอธิบาย',
    header: ['คอลัมน์', 'ชื่อในระบบ', 'จำเป็น', 'ตัวอย่าง', 'ชื่ออื่นที่รับ'],
    yes: 'จำเป็น',
    no: 'ไม่จำเป็น',
  },
  en: {
    name: 'Guide',
    header: ['Column', 'Field', 'Needed', 'Example', 'Other names'],
    yes: 'yes',
    no: 'no',
  },
} as const;

function guideOf({ columns }: KindOfSheet, language: TemplateLanguage): Sheet {
  const { name, header, yes, no } = GUIDE[language];
  const others = ({ names }: SheetColumn): string => [...names.th, ...names.en].join(', ');
  return {
    name,
    widths: [28, 16, 12, 28, 60],
    rows: [
      header.map((text) => ({ text, look: 'heading' as const })),
      ...columns.map((column) =>
        [
          headerOf(column, language),
          column.key,
          column.required ? yes : no,
          column.example,
          others(column),
        ].map((text) => ({ text, wrapped: true as const })),
      ),
    ],
    frozen: { rows: 1, columns: 1 },
  };
}
