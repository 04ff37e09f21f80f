import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser } from './browser.fixture.ts';
import { ministryLedger, pageOfOneUnit, UNIT } from './organisations.fixture.ts';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await ministryLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** What was asked and not answered, from now on. */
function refusedOn(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  return refused;
}

const picker = (page: Page) => page.getByRole('banner').getByLabel('หน่วยงาน');

describe('a ledger of several organisations', () => {
  it('shows somebody of one unit the figures of that unit, whatever address was typed', async () => {
    const page = await pageOfOneUnit(ledger, 'reader', UNIT);
    const refused = refusedOn(page);
    for (const at of ['/', '/fy/2569', '/fy/2569/p/P01', '/data']) {
      await page.goto(at);
      await page.waitForURL(/org=unit/);
      await settled(page);
    }
    await page.goto('/');
    await page.waitForURL('/fy/2569?org=unit');
    await settled(page);
    expect(await page.getByRole('main').innerText()).toContain('งานย่อย');
    expect(await picker(page).count()).toBe(0);
    expect(refused).toEqual([]);
  });

  it('asks about one from the first request on, and leads to the year of that one', async () => {
    const page = await ledger.page('demo-auditor', 'about:blank');
    const refused = refusedOn(page);
    await page.goto('/');
    await page.waitForURL('/fy/2569?org=etda');
    await settled(page);
    expect(refused).toEqual([]);
  });

  it('leads from the page of a project to the overview of the organisation that is chosen, in its own year', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2568/p/P03?org=etda&known=190&lang=en');
    await page.getByRole('banner').getByLabel('Organisation').selectOption(UNIT);
    await page.waitForURL((url) => url.pathname === '/fy/2569' && url.searchParams.get('org') === UNIT);
    expect(new URL(page.url()).searchParams.get('known')).toBe('190');
    await page.goto('/journal?org=etda&project=P03');
    await page.getByRole('banner').getByLabel('หน่วยงาน').selectOption(UNIT);
    await page.waitForURL('/journal?org=unit');
  });

  it('shows an organisation that there is not as it was typed, and what there is to choose', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569?org=untt');
    await page.getByText('organisation-unknown').first().waitFor();
    expect(await picker(page).inputValue()).toBe('untt');
    await picker(page).selectOption('etda');
    await page.waitForURL('/fy/2569?org=etda');
  });
});
