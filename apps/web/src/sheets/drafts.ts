import { z } from 'zod';
import { answerOf, api } from '../api/client.ts';
import { DATE_STYLES, SHEET_KINDS } from '#sheets';
import { evidenceForm } from '#kernel';
import { complete, type Sheet } from './sheet.ts';

/** Kinds under which the desk keeps sheets: in work, and recorded. */
export const IN_WORK = 'sheet';
export const RECORDED = 'sheet-posted';

const sheetForm = z.strictObject({
  organisation: z.string().nullable().default(null),
  kind: z.enum(SHEET_KINDS),
  titles: z.array(z.string()),
  keys: z.array(z.string().nullable()),
  rows: z.array(z.array(z.string())),
  style: z.strictObject({ unit: z.enum(['baht', 'million-baht']), dates: z.enum(DATE_STYLES) }),
  fiscalYear: z.string(),
  reason: z.string(),
  file: evidenceForm.nullable(),
  idempotencyKey: z.string(),
  posted: z
    .strictObject({
      position: z.string(),
      recordedAt: z.string(),
      rows: z.int(),
      total: z.string().nullable(),
      waiting: z.string().nullable(),
    })
    .nullable(),
  sent: z.strictObject({ waiting: z.string().nullable() }).optional(),
});

/** The sheet that a draft holds; nothing where its form is not known. */
export function readDraft(content: string): Sheet | undefined {
  try {
    const { data } = sheetForm.safeParse(JSON.parse(content));
    return data && complete(data);
  } catch {
    return undefined;
  }
}

/** Keeps a sheet at the desk; `revision` is the one that it was changed on. Answers the next one. */
export async function keepSheet(id: string, title: string, sheet: Sheet, revision: number): Promise<number> {
  const answer = await api.PUT('/api/v1/desk/drafts/{draft}', {
    params: { path: { draft: id } },
    body: {
      kind: sheet.posted ? RECORDED : IN_WORK,
      title: title.slice(0, 200),
      content: JSON.stringify(sheet),
      revision,
    },
  });
  return answerOf(answer).revision;
}

export async function removeSheet(id: string): Promise<void> {
  answerOf(await api.DELETE('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } }));
}
