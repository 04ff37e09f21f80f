import type { Step } from './steps.ts';
import { amountOf } from './words.ts';
import type { World } from './world.ts';

/** What the policy says, one sentence at a time; every sentence sets the policy anew. */
export const policySteps: readonly Step[] = [
  [
    /^the policy (tracks|warns of|stops) what exceeds the (line|project|fund|category) at ([a-z, ]+?)(?: for ([a-z]\S*))?(?:, with a tolerance of (?:([\d.]+) percent)?(?: and )?(?:([\d,]+\.\d{2}) baht)?)?(?:, and warns early at ([\d.]+) percent)?$/,
    (world, _, verb, key, stages, match, percent, amount, warnAtPercent) =>
      add(world, 'availability', {
        name: key,
        key,
        stages: stages!.split(/, | and /),
        severity: SEVERITIES[verb as keyof typeof SEVERITIES],
        ...(match ? { match: matchOf(match) } : {}),
        ...(percent || amount
          ? {
              tolerance: {
                ...(percent ? { percent } : {}),
                ...(amount ? { amount: amountOf(amount) } : {}),
              },
            }
          : {}),
        ...(warnAtPercent ? { warnAtPercent } : {}),
      }),
  ],
  [
    /^the policy (tracks|warns of|stops) what exceeds per (month|quarter) the ceiling of the (line|project|fund|category) at (request|commit|disburse):$/,
    (world, { table }, verb, per, key, stage) =>
      add(world, 'ceilings', {
        name: `${key!} per ${per!}`,
        key,
        per,
        stage,
        severity: SEVERITIES[verb as keyof typeof SEVERITIES],
        limits: {
          percent: limitsOf(table.map(({ period, percent }) => [period, percent])),
          amount: limitsOf(table.map(({ period, amount }) => [period, amount])),
        },
      }),
  ],
  [
    /^the policy (blocks|alerts to|wants agreement to|wants a report of) transfers(?: from (\S+))?(?: to (\S+))? between (lines|projects|lines or projects)(?: within (\d+) days)?: "([^"]+)"$/,
    (world, _, verb, from, to, scope, days, message) =>
      add(world, 'transfers', {
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        scope: scope === 'lines or projects' ? 'any' : scope,
        action: ACTIONS[verb as keyof typeof ACTIONS],
        message,
        ...(days ? { withinDays: Number(days) } : {}),
      }),
  ],
  [
    /^the policy wants (.+) to approve "([^"]+)" from ([\d,]+\.\d{2})$/,
    (world, _, tiers, command, from) =>
      add(world, 'approvals', {
        command,
        from: amountOf(from!),
        tiers: [...tiers!.matchAll(/"([^"]+)"/g)].map(([, tier]) => tier),
      }),
  ],
  [
    /^the policy lets a later document exceed the one before by ([\d.]+) percent and ([\d,]+\.\d{2}) baht$/,
    (world, _, percent, amount) => change(world, { excess: { percent, amount: amountOf(amount!) } }),
  ],
  [/^the policy counts against what is released$/, (world) => change(world, { basis: 'released' })],
  [
    /^the policy reserves the money of waiting documents$/,
    (world) => change(world, { reserveWhileWaiting: true }),
  ],
  [/^the policy locks past quarters$/, (world) => change(world, { pastQuarters: 'locked' })],
  [
    /^the policy lets those whose duty it is allow dates outside the year$/,
    (world) => change(world, { datesOutsideYear: 'allowed-by-duty' }),
  ],
  [
    /^at year-end the policy carries (the whole|the commitments|nothing|([\d.]+) percent)(?: of (\S+))?(?: to (\S+))? and the rest (lapses|returns)$/,
    (world, _, what, percent, match, toFundSource, rest) => {
      const known = (world.policy['yearEnd'] ?? { rules: [] }) as { rules: readonly unknown[] };
      const rule = {
        ...(match ? { match: matchOf(match) } : {}),
        carry: percent === undefined ? CARRIES[what as keyof typeof CARRIES] : 'percentage',
        ...(percent === undefined ? {} : { percent }),
        ...(toFundSource ? { toFundSource } : {}),
        rest: rest === 'lapses' ? 'lapse' : 'return',
      };
      return change(world, { yearEnd: { disburseUntil: '03-31', rules: [...known.rules, rule] } });
    },
  ],
  [
    /^the cabinet's targets are:$/,
    (world, { table }) =>
      change(world, {
        targets: table.map(({ 'fiscal year': year, group, through, percent }) => ({
          fiscalYear: Number(year),
          group,
          through,
          percent,
        })),
      }),
  ],
];

const SEVERITIES = { tracks: 'track', 'warns of': 'warn', stops: 'stop' } as const;
const ACTIONS = {
  blocks: 'block',
  'alerts to': 'alert',
  'wants agreement to': 'agreement',
  'wants a report of': 'report',
} as const;
const CARRIES = { 'the whole': 'whole', 'the commitments': 'commitments', nothing: 'none' } as const;

const add = (world: World, part: string, rule: object): Promise<void> =>
  change(world, { [part]: [...((world.policy[part] as unknown[] | undefined) ?? []), rule] });

async function change(world: World, part: Readonly<Record<string, unknown>>): Promise<void> {
  world.policy = { ...world.policy, ...part };
  await world.must(
    'control/policy',
    { policy: world.policy, effectiveOn: world.today, reason: 'set up' },
    { actor: 'director' },
  );
}

/** `own-income/operating`, `own-income` as a fund, or a category. */
function matchOf(text: string): object {
  const [first, second] = text.split('/');
  if (second !== undefined)
    return {
      ...(first === '*' ? {} : { fundSource: first }),
      ...(second === '*' ? {} : { category: second }),
    };
  return { category: first };
}

const limitsOf = (cells: readonly (readonly [string | undefined, string | undefined])[]) =>
  Object.fromEntries(
    cells.flatMap(([period, cell]): [string, string][] =>
      period === undefined || cell === undefined || cell === '' ? [] : [[period, amountOf(cell)]],
    ),
  );
