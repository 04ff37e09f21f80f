import type { BoardData } from '../data.ts';
import type { Page } from '../model.ts';
import { wordsOf } from '../words.ts';

/** The status of every project, as the report gives it. */
export function statusPage({ language, projects }: BoardData): Page {
  const words = wordsOf(language);
  return {
    id: 'status',
    tab: words.status,
    title: words.statusPage,
    blocks: [
      {
        kind: 'table',
        id: 'status',
        caption: words.statusPage,
        columns: [
          { key: 'code', title: words.code, align: 'left', width: 6 },
          { key: 'name', title: words.project, align: 'left', width: 34 },
          { key: 'status', title: words.status, align: 'left', width: 18 },
          { key: 'items', title: words.achievedItems, align: 'right', width: 10 },
          { key: 'text', title: words.inWords, align: 'left', width: 32 },
        ],
        rows: projects.map(({ project, name, status }) => ({
          key: project,
          cells: [
            { kind: 'text', text: project },
            { kind: 'text', text: name },
            { kind: 'status', ...(status === undefined ? {} : { status: status.status }) },
            {
              kind: 'number',
              ...(status?.achievedItems === undefined ? {} : { value: String(status.achievedItems) }),
            },
            { kind: 'text', text: status?.text ?? '' },
          ],
        })),
      },
    ],
  };
}
