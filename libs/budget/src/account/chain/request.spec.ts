import { describe, expect, it } from '@jest/globals';
import { baht, budget1000, capital, commit, day, inQ2, refused, when } from '../testing.fixture.ts';
import { request, units } from './chain.fixture.ts';
import type { ReleaseRequest } from './request.ts';
import { documentsAfter, stagesAfter } from './standing.fixture.ts';

const release = (number: string, changes: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  type: 'release-request',
  request: number,
  reason: 'ไม่จัดหาแล้ว',
  effectiveOn: inQ2,
  ...changes,
});

const asked = [...budget1000, request('PR-1', '300.00', { quantity: units('3') })];

describe('asking for something that is not ordered yet', () => {
  it('holds the money of the line', () => {
    expect(stagesAfter(asked)).toMatchObject({
      preCommitted: '300.00',
      committed: '0.00',
      available: '700.00',
    });
    expect(documentsAfter(asked).requests).toEqual({ 'PR-1': '300.00 for 3' });
  });

  it('is refused when the line does not have the money, one satang too much', () => {
    expect(refused(asked, request('PR-2', '700.01'))).toMatchObject({
      code: 'budget-exceeded',
      details: { available: '700.00', shortBy: '0.01' },
    });
    expect(when(asked, request('PR-2', '700.00'))).toHaveLength(1);
  });

  it('leaves an order without a request only what is not held', () => {
    expect(refused(asked, commit('PO-1', '700.01')).code).toBe('budget-exceeded');
    expect(when(asked, commit('PO-1', '700.00'))).toHaveLength(1);
  });

  it('takes a number once, and each item of a number once', () => {
    const items = [
      ...budget1000,
      request('PR-1', '1.00', { item: '1' }),
      request('PR-1', '2.00', { item: '2' }),
    ];
    expect(documentsAfter(items).requests).toEqual({ 'PR-1/1': '1.00', 'PR-1/2': '2.00' });
    const again = refused(items, request('PR-1', '1.00', { item: '2' }));
    expect(again).toMatchObject({ code: 'request-exists', details: { request: 'PR-1', item: '2' } });
    expect(again.message).toContain('PR-1 item 2');
  });

  it('needs an amount above zero, on a line with budget', () => {
    expect(refused(budget1000, request('PR-1', '0')).code).toBe('amount-not-positive');
    expect(refused(budget1000, request('PR-1', '1.00', { line: capital })).code).toBe('line-not-in-account');
  });
});

describe('giving up what was asked for', () => {
  it('returns a part to the line, and keeps the units for the rest', () => {
    const less = [...asked, release('PR-1', { amount: baht('100.00') })];
    expect(stagesAfter(less)).toMatchObject({ preCommitted: '200.00', available: '800.00' });
    expect(documentsAfter(less).requests).toEqual({ 'PR-1': '200.00 for 3' });
  });

  it('closes the request with all its units when no amount is given', () => {
    expect(when(asked, release('PR-1'))).toMatchObject([
      { type: 'RequestReleased', data: { request: 'PR-1', amount: '300.00', quantity: '3' } },
    ]);
    expect(documentsAfter([...asked, release('PR-1')]).requests).toEqual({ 'PR-1': '0.00 for 0' });
    expect(refused([...asked, release('PR-1')], release('PR-1'))).toMatchObject({
      code: 'nothing-outstanding',
      details: { request: 'PR-1' },
    });
  });

  it('gives up no more than the request still holds', () => {
    const partly = [...asked, commit('PO-1', '200.00', { request: 'PR-1' })];
    expect(refused(partly, release('PR-1', { amount: baht('100.01') }))).toMatchObject({
      code: 'request-exceeded',
      details: { outstanding: '100.00', shortBy: '0.01' },
    });
  });

  it('needs a request, a reason, and a day not before the request', () => {
    expect(refused(asked, release('PR-9')).code).toBe('request-unknown');
    expect(refused(asked, release('PR-1', { reason: ' ' })).code).toBe('reason-missing');
    expect(refused(asked, release('PR-1', { effectiveOn: day('2025-11-14') })).code).toBe(
      'date-before-document',
    );
  });
});
