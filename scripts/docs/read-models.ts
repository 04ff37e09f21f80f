import { viewsOf } from '#read-models';

const BEGIN = '<!-- views -->';
const END = '<!-- /views -->';

/** The page about read models with its list of views as the code has them; the rest is written by hand. */
export function readModelPage(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/read-models.md has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${viewsOf('obligo_1').map(section).join('\n\n')}\n\n${END}${after}`;
}

const section = ({ name, about, columns }: ReturnType<typeof viewsOf>[number]): string =>
  [
    `### obligo.${name}`,
    '',
    about,
    '',
    '| column | type | meaning |',
    '|---|---|---|',
    ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.about} |`),
  ].join('\n');
