import { address, type AskedLog, Moments, type Parameters, quarter, type Question } from './asked-log.ts';
import { journals } from './journal-questions.ts';

export type { AskedLog, Question } from './asked-log.ts';

/** Every report, as things are now, as they were known, and as they took effect up to a day. */
const REPORTS: readonly [path: string, parameters: Parameters, of: 'year' | 'project' | 'documents'][] = [
  ['reports/quarterly', { quarter: 'Q4' }, 'year'],
  ['reports/quarterly', { quarter: 'Q4', byQuarter: 'true' }, 'year'],
  ['reports/budget-book', {}, 'year'],
  ['reports/budget-status', {}, 'year'],
  ['reports/budget-comparison', {}, 'year'],
  ['reports/execution', {}, 'year'],
  ['reports/disbursement-targets', {}, 'year'],
  ['reports/course', {}, 'year'],
  ['reports/course', {}, 'project'],
  ['reports/kpi', { quarter: 'Q4' }, 'year'],
  ['reports/status', {}, 'year'],
  ['reports/restated-cells', { quarter: 'Q4' }, 'year'],
  ['reports/restatements', {}, 'year'],
  ['states/account', {}, 'project'],
  ['reports/transfer-reports', {}, 'year'],
  ['reports/ageing', {}, 'documents'],
  ['reports/likely-to-lapse', {}, 'documents'],
  ['reports/year-end', {}, 'documents'],
  ['reports/payment-days', {}, 'documents'],
  ['states/documents', {}, 'documents'],
];

function reports(moments: Moments): Question[] {
  return REPORTS.flatMap(([path, parameters, of]) => {
    const own = (n: number) => (of === 'year' ? parameters : { ...parameters, project: moments.project(n) });
    const told = Object.keys(parameters).filter((name) => name !== 'quarter');
    const name = [
      path.replace(/^(?:reports|states)\//, ''),
      ...told,
      ...(of === 'year' ? [] : ['of a project']),
    ].join(' ');
    const points = [
      ['now', () => moments.last()],
      ['as known then', (n: number) => moments.past(n)],
      ['as known then, up to a day', (n: number) => moments.day(n)],
    ] as const;
    const kind = path.startsWith('states/') ? ('state' as const) : ('report' as const);
    return points.map(([point, at]) => ({
      name: `${name}, ${point}`,
      kind,
      ...(of === 'documents' ? { listsDocuments: true as const } : {}),
      url: (n: number) => address(path, { ...at(n), ...own(n) }),
    }));
  });
}

function explanations(moments: Moments, { commitment }: AskedLog): Question[] {
  const explain = (name: string, parameters: (n: number) => Parameters): Question => ({
    name: `explain ${name}`,
    kind: 'explain',
    url: (n) => address('explain', { limit: 100, ...parameters(n) }),
  });
  const cell = (n: number) => ({ measure: 'spent', project: moments.project(n), quarter: quarter(n) });
  const month = (n: number) => String(moments.day(n)['effectiveTo']).slice(0, 7);
  return [
    explain('a quarter, now', (n) => ({ ...moments.last(), ...cell(n) })),
    explain('a quarter, as known then', (n) => ({ ...moments.past(n), ...cell(n) })),
    explain('a quarter, as known then, up to a day', (n) => ({ ...moments.day(n), ...cell(n) })),
    explain('the middle of a quarter', (n) => ({
      ...moments.last(),
      ...cell(n),
      after: moments.position(n),
    })),
    explain('the year of all projects', (n) => ({ ...moments.past(n), measure: 'available' })),
    explain('a month', (n) => ({
      ...moments.past(n),
      measure: 'disbursed',
      project: moments.project(n),
      month: month(n),
    })),
    explain('a document', (n) => ({
      ...moments.last(),
      ...{ project: moments.project(n), document: commitment, measure: 'outstanding' },
    })),
    {
      name: 'life of a document',
      kind: 'state',
      url: (n) =>
        address('states/documents', { ...moments.last(), project: moments.project(n), document: commitment }),
    },
    {
      name: 'what is around an event',
      kind: 'journal',
      url: (n) => address(`events/${moments.event(n)}/context`, {}),
    },
  ];
}

/** A span in the log: the last of so many events before a moment. */
function diffs(moments: Moments): Question[] {
  const span = (n: number, events: bigint) => {
    const { fiscalYear, knownAt } = moments.past(n);
    const to = BigInt(knownAt ?? 0n);
    return { fiscalYear, from: to > events ? to - events : 1n, to };
  };
  const diff = (name: string, parameters: (n: number) => Parameters): Question => ({
    name: `diff ${name}`,
    kind: 'diff',
    url: (n) => address('diff', parameters(n)),
  });
  return [
    diff('over 100 events', (n) => span(n, 100n)),
    diff('over 500 events', (n) => span(n, 500n)),
    diff('over 500 events, by quarter', (n) => ({ ...span(n, 500n), byQuarter: 'true' })),
    diff('over 500 events, of a project', (n) => ({ ...span(n, 500n), project: moments.project(n) })),
    diff('over 500 events, of accounts', (n) => ({ ...span(n, 500n), of: 'account' })),
    diff('over 500 events, of the budget', (n) => ({ ...span(n, 500n), of: 'budget-status' })),
    diff('between two days', (n) => {
      const { fiscalYear, knownAt, effectiveTo } = moments.day(n);
      const before = new Date(Date.parse(`${String(effectiveTo)}T00:00:00Z`) - 86_400_000);
      const days = { fromEffectiveTo: before.toISOString().slice(0, 10), toEffectiveTo: effectiveTo };
      return { fiscalYear, to: knownAt, ...days };
    }),
    {
      name: 'diff of the policy',
      kind: 'diff',
      url: (n) => address('control/policy/diff', { from: moments.position(n) }),
    },
  ];
}

function lists(moments: Moments): Question[] {
  const page = { limit: 100 };
  const paths: readonly [name: string, path: string, parameters: (n: number) => Parameters][] = [
    ['accounts of a year', 'budget-accounts', (n) => moments.past(n)],
    ['commitments of a year', 'commitments', (n) => ({ ...moments.past(n), ...page })],
    [
      'commitments of a project',
      'commitments',
      (n) => ({ ...moments.past(n), ...page, project: moments.project(n) }),
    ],
    [
      'commitments of a project, up to a day',
      'commitments',
      (n) => ({ ...moments.day(n), ...page, project: moments.project(n) }),
    ],
    [
      'settled commitments too',
      'commitments',
      (n) => ({ ...moments.past(n), ...page, includeSettled: 'true' }),
    ],
    [
      'a page of documents',
      'states/documents',
      (n) => ({ ...moments.past(n), ...page, project: moments.project(n) }),
    ],
    [
      'a page of documents, up to a day',
      'states/documents',
      (n) => ({ ...moments.day(n), ...page, project: moments.project(n) }),
    ],
    ['fiscal years', 'fiscal-years', () => ({})],
    ['the policy then', 'control/policy', (n) => ({ knownAt: moments.position(n) })],
    ['what waits', 'approvals', () => ({})],
    ['findings', 'audit/findings', () => page],
    ['moments', 'moments', () => moments.last()],
    ['an event', 'events/1', () => ({})],
  ];
  return paths.map(([name, path, parameters]) => ({
    name,
    kind: 'state' as const,
    url: (n: number) => address(path, parameters(n)),
  }));
}

/** Every question that is answered from read models or from the log; asked in process or over the network. */
export function allQuestions(log: AskedLog): readonly Question[] {
  const moments = new Moments(log);
  return [
    ...reports(moments),
    ...explanations(moments, log),
    ...diffs(moments),
    ...lists(moments),
    ...journals(moments, log),
  ];
}
