import { describe, expect, it } from '@jest/globals';
import {
  approve,
  baht,
  day,
  documents,
  duties,
  grant,
  lend,
  type Step,
  submit,
  takeBack,
  turnDown,
} from '../control.fixture.ts';
import type { ApprovalCommand } from './commands.ts';
import { isApproved, tierDue } from './state.ts';

type Asked = Step<ApprovalCommand>;

const control = duties(
  ['direk', grant('checker', 'malee')],
  ['direk', grant('director', 'direk')],
  ['direk', grant('director', 'malee')],
);
const by = (who: string | undefined, command: ApprovalCommand, changes: Asked[2] = {}): Asked => [
  who,
  command,
  { control, ...changes },
];
const handedIn = by('somchai', submit());
const twoTiers = by('somchai', submit({ tiers: ['checker', 'director'] }));

describe('a document that is handed in', () => {
  it('waits with all that it would record, made by the one who asks', () => {
    expect(documents.written(handedIn)).toEqual([
      {
        type: 'DocumentSubmitted',
        effectiveOn: '2025-12-05',
        data: {
          number: 'D-1',
          maker: 'somchai',
          summary: 'ใบสั่งซื้อ PO-1',
          amount: '500.00',
          tiers: ['checker'],
          what: submit().what,
        },
      },
    ]);
    const state = documents.after(handedIn);
    expect([state.status, tierDue(state), isApproved(state)]).toEqual(['waiting', 'checker', false]);
    expect(isApproved(documents.after())).toBe(false);
  });

  it('keeps what was asked, whatever becomes of the question', () => {
    const command = { type: 'commit', quarters: { Q1: '1.00' } };
    const what = [{ stream: 'budgetaccount-etda.2569.P01', command }];
    const [event] = documents.written(by('somchai', submit({ what })));
    command.quarters.Q1 = '9.00';
    expect(event?.data).toMatchObject({ what: [{ command: { quarters: { Q1: '1.00' } } }] });
  });

  it('has a number of its own', () => {
    expect(documents.refused(handedIn, by('wipa', submit())).code).toBe('document-exists');
    expect(documents.refused(handedIn, by('somchai', takeBack), handedIn).code).toBe('document-exists');
  });

  it('holds two hundred postings at most, and six approvals', () => {
    const [posting] = submit().what;
    const postings = (count: number) => Array.from({ length: count }, () => posting!);
    const tiers = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(documents.written(by('somchai', submit({ what: postings(200) })))).toHaveLength(1);
    expect(documents.written(by('somchai', submit({ tiers: tiers.slice(1) })))).toHaveLength(1);
    expect(documents.refused(by('somchai', submit({ what: postings(201) }))).details).toMatchObject({
      postings: 201,
    });
    expect(documents.refused(by('somchai', submit({ tiers }))).code).toBe('document-too-large');
  });

  it('holds something, and needs other eyes', () => {
    expect(documents.refused(by('somchai', submit({ what: [] }))).code).toBe('document-empty');
    expect(documents.refused(by('somchai', submit({ tiers: [] }))).code).toBe('approval-not-needed');
  });
});

describe('an approval', () => {
  it('by somebody whose duty it is completes a document of one tier', () => {
    expect(documents.written(handedIn, by('malee', approve()))).toEqual([
      {
        type: 'DocumentApproved',
        effectiveOn: '2025-12-05',
        data: { number: 'D-1', tier: 'checker', by: 'malee', last: true },
      },
    ]);
    const state = documents.after(handedIn, by('malee', approve()));
    expect([state.status, tierDue(state), isApproved(state)]).toEqual(['approved', undefined, true]);
  });

  it('of the first of two tiers leaves the second, by another person', () => {
    const once = documents.after(twoTiers, by('malee', approve()));
    expect([once.status, tierDue(once), isApproved(once)]).toEqual(['waiting', 'director', false]);
    expect(documents.refused(twoTiers, by('malee', approve()), by('malee', approve('director'))).code).toBe(
      'checker-approved-already',
    );
    const twice = documents.after(twoTiers, by('malee', approve()), by('direk', approve('director')));
    expect(twice).toMatchObject({
      status: 'approved',
      given: [
        { tier: 'checker', by: 'malee' },
        { tier: 'director', by: 'direk' },
      ],
    });
  });

  it('is never given by the maker, whatever his duties', () => {
    const own = duties(['direk', grant('checker', 'somchai')]);
    expect(documents.refused(handedIn, by('somchai', approve(), { control: own })).code).toBe(
      'maker-is-checker',
    );
    expect(documents.refused(handedIn, by('somchai', turnDown(), { control: own })).code).toBe(
      'maker-is-checker',
    );
  });

  it('takes the duty of the tier that is due', () => {
    expect(documents.refused(handedIn, by('wipa', approve()))).toMatchObject({
      code: 'duty-missing',
      details: { duty: 'checker', actor: 'wipa' },
    });
    expect(documents.refused(handedIn, by('direk', approve())).code).toBe('duty-missing');
    expect(documents.refused(handedIn, by(undefined, approve())).code).toBe('duty-missing');
    expect(documents.refused(handedIn, ['malee', approve()]).code).toBe('duty-missing');
  });

  it('takes the duty for the amount of the document', () => {
    const upTo = (amount: string) => ({
      control: duties(['direk', grant('checker', 'malee', { upTo: baht(amount) })]),
    });
    expect(documents.written(handedIn, by('malee', approve(), upTo('500.00')))).toHaveLength(1);
    expect(documents.refused(handedIn, by('malee', approve(), upTo('499.99'))).code).toBe('duty-missing');
  });

  it('beyond the limit of the duty is refused with both amounts', () => {
    const limited = duties(['direk', grant('checker', 'malee', { upTo: baht('499.99') })]);
    const refusal = documents.refused(handedIn, by('malee', approve(), { control: limited }));
    expect(refusal).toMatchObject({ code: 'duty-missing', details: { upTo: '499.99', amount: '500.00' } });
    expect(refusal.message).toMatch(/has the duty checker up to 499\.99, and the document comes to 500\.00/);
  });

  it('that is meant for another tier than the one that is due is not given', () => {
    expect(documents.refused(twoTiers, by('direk', approve('director')))).toMatchObject({
      code: 'tier-not-due',
      details: { due: 'checker', given: 'director' },
    });
  });
});

describe('an approval in the place of another', () => {
  const lent = lend('checker', 'wipa', '2025-12-01', '2025-12-14');
  const deputy = { control: duties(['direk', grant('checker', 'malee')], ['malee', lent]) };

  it('names both, in the days of the delegation', () => {
    const [event] = documents.written(handedIn, by('wipa', approve(), deputy));
    expect(event?.data).toMatchObject({ by: 'wipa', onBehalfOf: 'malee' });
    expect(documents.after(handedIn, by('wipa', approve(), deputy)).given).toEqual([
      { tier: 'checker', by: 'wipa', onBehalfOf: 'malee' },
    ]);
    const later = { ...deputy, bookedOn: day('2025-12-15') };
    expect(documents.refused(handedIn, by('wipa', approve(), later)).code).toBe('duty-missing');
  });

  it('names nobody else when the deputy has the duty himself', () => {
    const both = duties(
      ['direk', grant('checker', 'malee')],
      ['malee', lent],
      ['direk', grant('checker', 'wipa')],
    );
    const [event] = documents.written(handedIn, by('wipa', approve(), { control: both }));
    expect(event?.data).not.toHaveProperty('onBehalfOf');
  });

  it('is not given in the place of the maker, but in that of another who lent the duty too', () => {
    const fromMaker = [
      ['direk', grant('checker', 'somchai')],
      ['somchai', lent],
    ] as const;
    const fromMalee = [
      ['direk', grant('checker', 'malee')],
      ['malee', lent],
    ] as const;
    const refused = documents.refused(handedIn, by('wipa', approve(), { control: duties(...fromMaker) }));
    expect(refused).toMatchObject({ code: 'maker-is-checker', details: { maker: 'somchai' } });
    const [event] = documents.written(
      handedIn,
      by('wipa', approve(), { control: duties(...fromMaker, ...fromMalee) }),
    );
    expect(event?.data).toMatchObject({ onBehalfOf: 'malee' });
  });

  it('is a refusal in the place of another too', () => {
    const [event] = documents.written(handedIn, by('wipa', turnDown(), deputy));
    expect(event?.data).toEqual({ number: 'D-1', tier: 'checker', by: 'wipa', onBehalfOf: 'malee' });
  });
});

describe('a document', () => {
  it('is refused by the tier that is due, with a reason', () => {
    expect(documents.after(handedIn, by('malee', turnDown())).status).toBe('refused');
    expect(documents.refused(handedIn, by('malee', turnDown(' '))).code).toBe('control-reason-missing');
    expect(documents.refused(handedIn, by('wipa', turnDown())).code).toBe('duty-missing');
  });

  it('is withdrawn by its maker alone', () => {
    expect(documents.after(handedIn, by('somchai', takeBack)).status).toBe('withdrawn');
    expect(documents.refused(handedIn, by('malee', takeBack)).code).toBe('only-maker-withdraws');
    expect(documents.refused(handedIn, by(undefined, takeBack)).code).toBe('only-maker-withdraws');
  });

  it.each([
    ['approved', by('malee', approve())],
    ['refused', by('malee', turnDown())],
    ['withdrawn', by('somchai', takeBack)],
  ])('that is %s takes no further step', (status, ended) => {
    for (const step of [by('direk', approve()), by('direk', turnDown()), by('somchai', takeBack)]) {
      expect(documents.refused(handedIn, ended, step)).toMatchObject({
        code: 'document-not-waiting',
        details: { standing: status },
      });
    }
  });

  it('that was never handed in takes no step', () => {
    for (const command of [approve(), turnDown(), takeBack]) {
      expect(documents.refused(by('malee', command)).code).toBe('document-unknown');
    }
  });
});
