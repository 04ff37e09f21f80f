import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allocate, Ledger, open } from './ledger.fixture.ts';

let ledger: Ledger;
beforeEach(async () => {
  ledger = new Ledger('in a file');
  await ledger.account('P01', open('P01'));
});
afterEach(() => ledger.close());

describe('whoever hears of pages', () => {
  it('hears of every event once, as it is taken to the read models, and not again when they are rebuilt', async () => {
    const heard: string[] = [];
    const before = Date.now();
    const projector = ledger.projector({
      onPage: (page, startedAt) => {
        expect(startedAt).toBeGreaterThanOrEqual(before);
        expect(startedAt).toBeLessThanOrEqual(Date.now());
        heard.push(...page.map(({ position }) => position));
      },
    });
    await projector.catchUp();
    await ledger.account('P01', allocate('1000.00'));
    await projector.catchUp();
    await projector.rebuild();
    const all = [];
    for await (const { position } of ledger.store.readAll()) all.push(position);
    expect(heard).toEqual(all);
  });
});
