import type { Cell as FileCell } from '@cj-tech-master/excelts';
import type { Cell, CellLook } from './write-workbook.ts';

const FONT = 'Sarabun';
const RULE = { style: 'thin', color: { argb: 'FF868E96' } } as const;

const FONTS: Readonly<Record<CellLook, object>> = {
  title: { name: FONT, size: 14, bold: true },
  heading: { name: FONT, size: 11, bold: true },
  total: { name: FONT, size: 11, bold: true },
  note: { name: FONT, size: 10, italic: true },
  link: { name: FONT, size: 11, underline: true, color: { argb: 'FF1864AB' } },
};

/** Gives a cell its font, lines, alignment and number format. */
export function dressCell(target: FileCell, { look, number, format, link, wrapped }: Cell): void {
  const chosen = look ?? (link === undefined ? undefined : 'link');
  target.font = chosen === undefined ? { name: FONT, size: 11 } : FONTS[chosen];
  target.alignment = {
    horizontal: number === undefined ? 'left' : 'right',
    vertical: 'top',
    wrapText: wrapped === true || look === 'heading',
  };
  if (format !== undefined) target.numFmt = format;
  if (look === 'heading') {
    target.border = { bottom: RULE };
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1F3F5' } };
  }
  if (look === 'total') target.border = { top: RULE, bottom: { ...RULE, style: 'double' } };
}
