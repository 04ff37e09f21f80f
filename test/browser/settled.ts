import type { Page } from 'playwright-core';

/** Waits until the page shows its content: its heading is there, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('[data-loading]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}
