/** A log that questions are asked of: what it holds, and how far it goes. */
export interface AskedLog {
  /** Position of its last event. */
  readonly head: bigint;
  /** Its fiscal years, the oldest first; events are spread evenly over them. */
  readonly years: readonly number[];
  readonly projects: readonly string[];
  /** Number of a commitment that every project has in every year. */
  readonly commitment: string;
}

/** What somebody asks the service, as the address of a GET; each repetition asks about something else. */
export interface Question {
  readonly name: string;
  readonly kind: 'report' | 'explain' | 'diff' | 'state' | 'journal';
  /** Lists every document of the account, or of the year: its time follows the length of its answer. */
  readonly listsDocuments?: true;
  url(repetition: number): string;
}

type Parameters = Readonly<Record<string, string | number | bigint | undefined>>;

const address = (path: string, parameters: Parameters): string => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return `/api/v1/${path}?${query}`;
};

/** Moments spread over the whole log, by repetition, each with the fiscal year that it lies in. */
class Moments {
  readonly #log: AskedLog;

  constructor(log: AskedLog) {
    this.#log = log;
  }

  project(repetition: number): string {
    return this.#log.projects[repetition % this.#log.projects.length] ?? '';
  }

  last(): Parameters {
    return { fiscalYear: this.#log.years.at(-1) };
  }

  position(repetition: number): bigint {
    const { head } = this.#log;
    return head - (head * BigInt((repetition * 389) % 1000)) / 1000n;
  }

  past(repetition: number): Parameters {
    const { head, years } = this.#log;
    const knownAt = this.position(repetition);
    const year = years[Number(((knownAt - 1n) * BigInt(years.length)) / head)];
    return { fiscalYear: year, knownAt };
  }

  /** A day of the fiscal year of a past moment, somewhere within a quarter. */
  day(repetition: number): Parameters {
    const asked = this.past(repetition);
    const month = 1 + ((repetition * 7) % 9);
    const day = 1 + ((repetition * 11) % 28);
    const date = `${Number(asked['fiscalYear']) - 543}-0${month}-${String(day).padStart(2, '0')}`;
    return { ...asked, effectiveTo: date };
  }
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const quarter = (repetition: number): string => QUARTERS[repetition % 4] ?? 'Q4';

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
      url: (n) => address(`events/${moments.position(n)}/context`, {}),
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

/** Every filter of the journal, alone and together with one that fits badly. */
function journals(moments: Moments, { commitment, years }: AskedLog): Question[] {
  const year = (n: number) => moments.past(n)['fiscalYear'];
  const day = (n: number) => moments.day(n)['effectiveTo'];
  const filters: readonly [name: string, parameters: (n: number) => Parameters][] = [
    ['everything', () => ({})],
    ['a fiscal year', (n) => ({ fiscalYear: year(n) })],
    ['a project', (n) => ({ project: moments.project(n) })],
    ['a project in a fiscal year', (n) => ({ project: moments.project(n), fiscalYear: year(n) })],
    ['a month', (n) => ({ month: String(day(n)).slice(0, 7) })],
    ['a month and a project', (n) => ({ month: String(day(n)).slice(0, 7), project: moments.project(n) })],
    ['a quarter', (n) => ({ fiscalYear: year(n), quarter: quarter(n) })],
    ['from a business date on', (n) => ({ effectiveFrom: day(n) })],
    ['up to a business date', (n) => ({ effectiveTo: day(n) })],
    ['a type', () => ({ type: 'QuarterCorrected' })],
    ['types', () => ({ type: 'CommitmentMade,QuarterCorrected' })],
    ['an author', (n) => ({ actor: `officer-${n % 7}` })],
    ['a rare author', () => ({ actor: 'auditor' })],
    ['nobody', () => ({ actor: 'nobody' })],
    ['an author and a project', (n) => ({ actor: `officer-${n % 7}`, project: moments.project(n) })],
    ['a document', () => ({ document: commitment })],
    ['words', (n) => ({ text: `PO-Q1-${n % 100}` })],
    ['words that nearly all have', () => ({ text: 'PV-Q' })],
    ['words that none has', () => ({ text: 'ไม่มีคำนี้' })],
    ['two letters', () => ({ text: 'zz' })],
    ['two letters of a project', (n) => ({ text: 'zz', project: moments.project(n) })],
    ['an amount', (n) => ({ amountFrom: `1200.${10 + (n % 90)}`, amountTo: `1200.${10 + (n % 90)}` })],
    ['an amount that none has', () => ({ amountFrom: '7.77', amountTo: '7.77' })],
    ['amounts', () => ({ amountFrom: '1000.00', amountTo: '2000.00' })],
    ['amounts of a project', (n) => ({ amountFrom: '100000.00', project: moments.project(n) })],
    ['what was taken back', () => ({ reversed: 'true' })],
    ['what still holds', () => ({ reversed: 'false' })],
    ['what was taken over', () => ({ imported: 'true' })],
    ['a type in the first year', () => ({ type: 'QuarterCorrected', fiscalYear: years[0] })],
  ];
  const ways: readonly [name: string, parameters: (n: number) => Parameters][] = [
    ['', () => ({})],
    [', the newest first', () => ({ order: 'newest' })],
    [', from the middle', (n) => ({ after: moments.position(n) })],
    [', as known then', (n) => ({ knownAt: moments.position(n), order: 'newest' })],
  ];
  const pages = filters.flatMap(([name, filter]) =>
    ways.map(([way, parameters]) => ({
      name: `journal: ${name}${way}`,
      kind: 'journal' as const,
      url: (n: number) => address('journal', { limit: 100, ...filter(n), ...parameters(n) }),
    })),
  );
  const sums = filters.map(([name, filter]) => ({
    name: `journal, counted: ${name}`,
    kind: 'journal' as const,
    url: (n: number) => address('journal/summary', filter(n)),
  }));
  return [...pages, ...sums];
}

function lists(moments: Moments): Question[] {
  const paths: readonly [name: string, path: string, parameters: (n: number) => Parameters][] = [
    ['accounts of a year', 'budget-accounts', (n) => moments.past(n)],
    ['commitments of a year', 'commitments', (n) => moments.past(n)],
    ['commitments of a project', 'commitments', (n) => ({ ...moments.past(n), project: moments.project(n) })],
    [
      'commitments of a project, up to a day',
      'commitments',
      (n) => ({ ...moments.day(n), project: moments.project(n) }),
    ],
    ['settled commitments too', 'commitments', (n) => ({ ...moments.past(n), includeSettled: 'true' })],
    ['fiscal years', 'fiscal-years', () => ({})],
    ['the policy then', 'control/policy', (n) => ({ knownAt: moments.position(n) })],
    ['what waits', 'approvals', () => ({})],
    ['findings', 'audit/findings', () => ({})],
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
