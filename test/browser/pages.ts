/** One page of the web app, and somebody who may see it, in the sample of fiscal year 2569. */
export interface ShownPage {
  readonly name: string;
  readonly at: string;
  readonly as: string | undefined;
}

const page = (name: string, at: string, as: string | undefined = 'demo-auditor'): ShownPage => ({
  name,
  at,
  as,
});

/** Every page of the web app. Whoever adds one adds it here: the suites look at all of them. */
export const PAGES: readonly ShownPage[] = [
  page('overview', '/fy/2569'),
  page(
    'explanation',
    `/fy/2569?explain=${encodeURIComponent(JSON.stringify({ fiscalYear: 2569, project: 'P08', quarter: 'Q2', measure: 'committed' }))}`,
  ),
  page('project', '/fy/2569/p/P08'),
  page('document', '/doc/2569/P08/P08-Q1'),
  page('kpis', '/fy/2569/kpi'),
  page('kpi', '/fy/2569/kpi/P08-K1'),
  page('post', '/post', 'demo-maker'),
  page('post-commitment', '/post/commitmentMake?fy=2569&project=P01', 'demo-maker'),
  page('drafts', '/drafts', 'demo-maker'),
  page('receipt', '/r/209'),
  page('import', '/import', 'demo-maker'),
  page('inbox', '/inbox', 'demo-checker'),
  page('reports', '/reports'),
  page('report-new', '/reports/new', 'demo-owner'),
  page('report', '/reports/Q2-2569'),
  page('journal', '/journal'),
  page('event', '/e/209'),
  page('compare', '/compare?a=190&b=267'),
  page('audit', '/audit'),
  page('attempts', '/attempts'),
  page('glossary', '/glossary'),
  page('data', '/data'),
  page('admin-people', '/admin/people', 'demo-administrator'),
  page('admin-roles', '/admin/roles', 'demo-administrator'),
  page('admin-tokens', '/admin/tokens', 'demo-administrator'),
  page('admin-policy', '/admin/policy', 'demo-owner'),
  page('admin-periods', '/admin/periods', 'demo-owner'),
  page('admin-accounts', '/admin/accounts'),
  page('admin-organisation', '/admin/organisation'),
  page('admin-health', '/admin/health', 'demo-operator'),
  page('me', '/me'),
  page('sign-in', '/sign-in', undefined),
  page('set-up', '/set-up', undefined),
  page('invitation', '/invitation', undefined),
];

/** The address with more said in it. */
export function saying(at: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(at, 'http://page');
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
