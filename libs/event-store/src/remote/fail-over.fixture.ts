import { afterAll, afterEach, beforeEach, it, jest } from '@jest/globals';
import type { ClusterControl } from '../../testing/event-databases.ts';
import { Office } from './office.fixture.ts';

/** So many postings go through before the next node is ended, that load surely is under way. */
const BETWEEN = 24;
const SUITE_MS = 240_000;

/** Declares that the loss of the leader loses and doubles nothing, and that everybody who posts gets an answer. */
export function itSurvivesFailOver(cluster: string, control: ClusterControl): void {
  jest.setTimeout(SUITE_MS);
  let office: Office;
  beforeEach(() => control('start'));
  afterEach(() => office.end());
  // Nodes that were ended serve whoever comes next.
  afterAll(() => control('start'));

  it.each(['kill-leader', 'stop-leader'] as const)('answers every append through two of %s', async (how) => {
    office = await Office.open(cluster);
    for (let round = 0; round < 2; round += 1) {
      await office.postsMore(BETWEEN);
      const noticed = office.everybody('disconnected');
      await control(how);
      await noticed;
      await office.everybody('ready');
      // Two of three nodes are enough.
      await office.postsMore(BETWEEN);
      await control('start');
    }
    await office.stopPosting();
    await office.expectAllOnce();
  });

  it('answers every append while too few nodes are left to take any', async () => {
    office = await Office.open(cluster);
    await office.postsMore(BETWEEN);
    await control('kill-leader');
    await office.postsMore(BETWEEN);
    const noticed = office.everybody('disconnected');
    await control('kill-leader');
    await noticed;
    await control('start');
    await office.everybody('ready');
    await office.postsMore(BETWEEN);
    await office.stopPosting();
    await office.expectAllOnce();
  });
}
