import { DOCUMENT_STAGES, type DocumentPage, type DocumentRow } from '#read-models';
import { pageOf } from '../http/paging.ts';
import { refuse } from '../http/refusals.ts';
import type { DocumentStatesDto } from './time-machine.dto.ts';

/** The page that is asked for; nothing where the whole list is. */
export function documentPageOf({ after, limit }: DocumentStatesDto): DocumentPage | undefined {
  if (after === undefined && limit === undefined) return undefined;
  const { limit: most } = pageOf({ limit });
  return { after: after === undefined ? undefined : documentOf(after), limit: most };
}

/** No code has a colon in it. */
function documentOf(text: string): NonNullable<DocumentPage['after']> {
  const [, stage = '', number = '', item] = /^([a-z]+)\/([^:]+)(?::(.*))?$/s.exec(text) ?? [];
  const known = DOCUMENT_STAGES.find((each) => each === stage);
  if (known !== undefined) return { stage: known, number, item };
  const given = text.slice(0, 60);
  throw refuse('input-invalid', `after is "${given}": expected stage/document, or stage/document:item.`, {
    errors: [{ field: 'after', given, expected: 'must be what next of the page before said' }],
  });
}

/** What to ask with for the page behind a row. */
export const behind = ({ stage, number, item }: DocumentRow): string =>
  `${stage}/${number}${item === null ? '' : `:${item}`}`;
