/** For tests: a workbook as it reads after every formula was calculated again. */
import { Workbook } from '@cj-tech-master/excelts';
import { installFormulaEngine } from '@cj-tech-master/excelts/formula';
import { readWorkbook, type ReadSheet } from '#spreadsheets';

/** The sheets after the values kept beside the formulas were thrown away and calculated again. */
export async function recalculated(bytes: Uint8Array): Promise<ReadSheet[]> {
  installFormulaEngine();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula !== undefined) cell.value = { formula: cell.formula };
      }),
    );
  }
  workbook.calculateFormulas();
  return readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
