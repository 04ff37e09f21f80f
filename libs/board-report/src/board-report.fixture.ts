import { parseBaht, parseMillionBaht, type Quarter, QUARTERS, type Satang, sum } from '#kernel';
import type { BoardData, Figures, ProjectData } from './data.ts';

type Movement = readonly [plan: string, disbursed?: string, committed?: string];

const million = (text: string): Satang => parseMillionBaht(text);

function figuresOf([plan, disbursed, committed]: Movement): Figures {
  if (disbursed === undefined || committed === undefined) return { plan: million(plan) };
  const [paid, obliged] = [million(disbursed), million(committed)];
  return { plan: million(plan), disbursed: paid, committed: obliged, spent: sum([paid, obliged]) };
}

const added = (all: readonly Figures[], name: keyof Figures): Satang =>
  sum(all.map((figures) => figures[name] ?? parseBaht('0')));

function projectOf(
  project: string,
  name: string,
  budget: string,
  movements: Readonly<Record<Quarter, Movement>>,
): ProjectData {
  const quarters = Object.fromEntries(
    QUARTERS.map((quarter) => [quarter, figuresOf(movements[quarter])]),
  ) as unknown as ProjectData['quarters'];
  const [all, due] = [QUARTERS.map((quarter) => quarters[quarter]), [quarters.Q1, quarters.Q2]];
  const actuals = {
    spent: added(due, 'spent'),
    disbursed: added(due, 'disbursed'),
    committed: added(due, 'committed'),
  };
  const available = sum([million(budget), -actuals.spent as Satang]);
  return {
    project,
    name,
    toDate: { budget: million(budget), plan: added(due, 'plan'), ...actuals, available },
    quarters,
    year: { plan: added(all, 'plan'), ...actuals },
    status: { status: 'on_plan', text: 'เป็นไปตามแผนที่กำหนด', achievedItems: 2 },
    kpis: [
      {
        kpi: `${project}-K1`,
        name: 'บริการ <b>Digital ID</b> & "อื่นๆ"',
        unit: 'บริการ',
        target: 'มากกว่า 1,463 บริการ',
        ofTarget: '45.56',
        quarters: {
          Q1: { plan: '1315', narrative: 'เตรียมการ' },
          Q2: { plan: '1355', result: '1340.5', narrative: 'ดำเนินการ <script>alert(1)</script>' },
        },
      },
    ],
  };
}

const projects = [
  projectOf('P01', 'ส่งเสริมและกำกับดูแล Digital ID ของประเทศ', '42.7377', {
    Q1: ['20.2320', '1.7334', '13.3000'],
    Q2: ['14.1872', '5.5702', '10.1880'],
    Q3: ['0.8325'],
    Q4: ['7.4860'],
  }),
  projectOf('P08', '=ขับเคลื่อนเศรษฐกิจดิจิทัล', '90.00000033', {
    Q1: ['60.00004', '2.00004', '50.00004'],
    Q2: ['20.0000', '30.0000', '-32.1369'],
    Q3: ['5.00004'],
    Q4: ['4.9999'],
  }),
];

const totalOf = (name: keyof Figures): Satang =>
  added(
    projects.map(({ toDate }) => toDate),
    name,
  );

/** Two projects with a negative figure, parts that do not add up in print, and texts that would like to be markup. */
export const sampleData: BoardData = {
  number: 'Q2-2569',
  title: 'สรุปผลการดำเนินงานไตรมาส 2 ปีงบประมาณ 2569',
  language: 'th',
  template: 'board',
  foreword: 'ใช้จ่ายเป็นไปตามแผน',
  organisation: { code: 'etda', name: 'สำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์ (องค์การมหาชน)' },
  fiscalYear: 2569,
  quarter: 'Q2',
  asOf: '2026-03-31',
  origin: {
    address: 'https://ledger.example/reports/Q2-2569',
    position: '267',
    bookedAt: '2026-03-31T00:00:00+07:00',
    projections: [{ name: 'plan-versus-actual', version: 3 }],
    software: 'obligo 0.1.0',
  },
  projects,
  total: {
    budget: totalOf('budget'),
    plan: totalOf('plan'),
    spent: totalOf('spent'),
    disbursed: totalOf('disbursed'),
    committed: totalOf('committed'),
    available: totalOf('available'),
  },
};
