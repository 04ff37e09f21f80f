import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { EventCatalogue } from '#kernel';
import { organisations } from './organisations/organisations.ts';
import { allocate, catalogue, commit, dump, Ledger, open, pay, YEAR } from './ledger.fixture.ts';
import {
  journal,
  PlanVersusActualQueries,
  type Projection,
  ProjectionStopped,
  type Projector,
  projections,
} from './index.ts';

const P01 = 'budgetaccount-etda.2569.P01';

let ledger: Ledger;

beforeEach(async () => {
  ledger = new Ledger('in a file');
  await ledger.account('P01', open('P01'));
  await ledger.account('P01', allocate('1000.00'));
});

afterEach(() => ledger.close());

const disbursed = ({ database }: Projector, knownAt = 1_000_000n): number =>
  new PlanVersusActualQueries(database).balance(
    { organisation: 'etda', fiscalYear: YEAR, project: 'P01' },
    ['disbursed'],
    ['Q1'],
    knownAt,
  );

const head = async (): Promise<bigint> => BigInt((await ledger.store.head()) ?? 0);

async function caughtUp(options: Parameters<Ledger['projector']>[0] = {}): Promise<Projector> {
  const projector = ledger.projector(options);
  await projector.catchUp();
  return projector;
}

/** Counts the events that reach a projection. */
function counting(): { seen: string[]; projection: Projection } {
  const seen: string[] = [];
  const projection: Projection = {
    name: 'counting',
    version: 1,
    schema: '',
    totals: 'SELECT 0 AS nothing',
    open: () => ({
      apply: ({ recorded }) => void seen.push(recorded.position),
    }),
  };
  return { seen, projection };
}

describe('after a restart', () => {
  it('the read models go on where they were, and read no event twice', async () => {
    const { seen, projection } = counting();
    (await caughtUp({ projections: [...projections, projection] })).close();
    const before = seen.length;
    await ledger.account('P01', pay('DV-1', '40.00'));
    const again = await caughtUp({ projections: [...projections, projection] });
    expect(seen.slice(before)).toEqual([String(await head())]);
    expect(disbursed(again)).toBe(40_00);
    expect(again.checkpoint).toBe(await head());
  });

  it('balances go on from what the tables hold', async () => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    (await caughtUp()).close();
    await ledger.account('P01', pay('DV-2', '2.50'));
    expect(disbursed(await caughtUp())).toBe(42_50);
  });
});

describe('a file of read models that is of no use', () => {
  const useless: Record<string, (path: string) => void> = {
    'of another version of a projection': (path) => {
      const older = projections.map((each) => (each === journal ? { ...journal, version: 0 } : each));
      ledger.projector({ projections: older, path }).close();
    },
    'of fewer projections': (path) => ledger.projector({ projections: [journal], path }).close(),
    'that is no database': (path) => writeFileSync(path, 'ไม่ใช่ฐานข้อมูล'.repeat(1000)),
    'of another program': (path) => {
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE account (code TEXT)');
      other.close();
    },
    'cut off in the middle of being made': (path) => writeFileSync(path, ''),
  };

  it.each(Object.keys(useless))('%s is thrown away and filled again from the log', async (kind) => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    useless[kind]?.(ledger.path);
    const projector = await caughtUp();
    expect(projector.checkpoint).toBe(await head());
    expect(disbursed(projector)).toBe(40_00);
  });

  it('is left alone when it only cannot be reached', () => {
    expect(() => ledger.projector({ path: ledger.folder })).toThrow('unable to open database file');
    expect(existsSync(ledger.folder)).toBe(true);
  });

  it('is cured by a rebuild when its damage is met later', async () => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    const projector = await caughtUp();
    projector.database.exec('DROP TABLE pva_entry');
    await ledger.account('P01', pay('DV-2', '1.00'));
    await expect(projector.catchUp()).rejects.toThrow(ProjectionStopped);
    const rebuilt = await projector.rebuild();
    expect(rebuilt.some(({ before, equal }) => equal || Object.keys(before).length > 0)).toBe(false);
    expect(projector.stopped).toBeUndefined();
    expect(disbursed(projector)).toBe(41_00);
  });
});

describe('an event that cannot be handled', () => {
  const unreadable: Record<string, () => Promise<string>> = {
    'of an unknown type': () => ledger.smuggle(P01, 'BudgetPainted', {}),
    'of a newer version': () => ledger.smuggle(P01, 'BudgetAllocated', {}, 2),
    'of an organisation that is not registered': () => ledger.smuggle('kpi-nobody.2569.K1', 'KpiDefined', {}),
    'that contradicts what went before': () =>
      ledger.smuggle(P01, 'CommitmentReleased', {
        commitment: 'never made',
        line: { fundSource: 'a', category: 'b' },
        amount: '1.00',
      }),
  };

  it.each(Object.keys(unreadable))(
    '%s stops the read models there, and none after it is applied',
    async (kind) => {
      const before = await head();
      const position = (await unreadable[kind]?.()) ?? '';
      await ledger.smuggle('organisation-after', 'OrganisationRegistered', {});
      const projector = ledger.projector();
      await expect(projector.catchUp()).rejects.toMatchObject({ name: 'ProjectionStopped', position });
      expect(projector.stopped?.message).toContain(`position ${position}`);
      expect(projector.checkpoint).toBe(before);
      await expect(projector.catchUp()).rejects.toThrow(ProjectionStopped);
      expect(projector.checkpoint).toBe(before);
    },
  );

  it('does not hide the events before it, which stay readable', async () => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    await ledger.smuggle(P01, 'BudgetPainted', {});
    const projector = ledger.projector();
    await expect(projector.catchUp()).rejects.toThrow(
      'the event type BudgetPainted is unknown to this version',
    );
    expect(disbursed(projector)).toBe(40_00);
  });

  it('is passed once this version knows it', async () => {
    const position = await ledger.smuggle(P01, 'BudgetPainted', { colour: 'เหลือง' });
    const stopped = ledger.projector();
    await expect(stopped.catchUp()).rejects.toThrow(ProjectionStopped);
    stopped.close();
    const types = ['OrganisationRegistered', 'BudgetAccountOpened', 'BudgetAllocated'];
    const known = types.map((type) => catalogue.definition(type));
    const painted = { ...catalogue.definition('BudgetCut'), type: 'BudgetPainted' };
    const wider = new EventCatalogue([...known, painted]);
    const { seen, projection } = counting();
    const cured = await caughtUp({ catalogue: wider, projections: [organisations, projection] });
    expect(seen).toContain(position);
    expect(cured.stopped).toBeUndefined();
  });

  it('stops a rebuild as well, and the present read models stay', async () => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    const projector = await caughtUp();
    const position = await ledger.smuggle(P01, 'BudgetPainted', {});
    await expect(projector.rebuild()).rejects.toMatchObject({ name: 'ProjectionStopped', position });
    expect(disbursed(projector)).toBe(40_00);
    expect(existsSync(`${ledger.path}.rebuild`)).toBe(false);
  });
});

describe('a read model that cannot write at the end of a page what it held back of it', () => {
  /** Holds back what it cannot write of one event, or of the first two together. */
  function holding(cannot: (held: readonly string[]) => boolean): Projection {
    return {
      ...{ name: 'holding', version: 1, schema: '', totals: 'SELECT 0 AS nothing' },
      open: () => {
        let held: string[] = [];
        return {
          apply: ({ recorded }) => void held.push(recorded.position),
          settle: () => {
            const written = held;
            held = [];
            if (cannot(written)) throw new Error('there is another row');
          },
        };
      },
    };
  }

  it('stops at the event that is to blame, with its name, and what stands before it is readable', async () => {
    await ledger.account('P01', pay('DV-1', '40.00'));
    const position = String(await head());
    await ledger.account('P01', pay('DV-2', '2.00'));
    const projector = ledger.projector({
      projections: [...projections, holding((held) => held.includes(position))],
    });
    await expect(projector.catchUp()).rejects.toMatchObject({
      ...{ name: 'ProjectionStopped', position, readModel: 'holding' },
      message: expect.stringContaining('there is another row'),
    });
    expect(projector.checkpoint).toBe(BigInt(position) - 1n);
  });

  it('goes on where it can write them one by one', async () => {
    const projector = await caughtUp({ projections: [...projections, holding(({ length }) => length > 1)] });
    expect(projector.checkpoint).toBe(await head());
  });

  it('stops there, too, when a long log is taken up for the first time', async () => {
    await ledger.long(P01, 2_000);
    const position = String((await head()) - 10n);
    const projector = ledger.projector({
      projections: [organisations, holding((held) => held.includes(position))],
    });
    await expect(projector.catchUp()).rejects.toMatchObject({ position, readModel: 'holding' });
    expect(projector.checkpoint).toBe(BigInt(position) - 1n);
  });
});

describe('what only the machine is to blame for', () => {
  it.each([
    ['a full disk', 13],
    ['a disk that fails', 778],
    ['a file that may not be written any more', 8],
  ])(
    '%s, met in the middle of a page, stops at no event, and they go on by themselves',
    async (_, errcode) => {
      let fails = true;
      const failing: Projection = {
        ...{ name: 'failing', version: 1, schema: '', totals: 'SELECT 0 AS nothing' },
        open: () => ({
          apply: () => {
            if (fails) throw Object.assign(new Error('the disk took it not'), { errcode });
          },
        }),
      };
      const projector = ledger.projector({ projections: [...projections, failing] });
      await expect(projector.catchUp()).rejects.toThrow('the disk took it not');
      expect(projector.stopped).toBeUndefined();
      expect(projector.writeFailure).toBe('the disk took it not');
      fails = false;
      await projector.catchUp();
      expect(projector.writeFailure).toBeUndefined();
      expect(projector.checkpoint).toBe(await head());
    },
  );
});

describe('a long log that is taken up for the first time', () => {
  it('is read page by page when a read model cannot be completed at the end of a build', async () => {
    await ledger.long(P01, 2_000);
    const { seen, projection } = counting();
    const failing: Projection = {
      ...projection,
      open: (database, isBuild) => ({
        ...projection.open(database, isBuild),
        finish: () => {
          throw new Error('there is something else');
        },
      }),
    };
    const projector = await caughtUp({ projections: [organisations, failing] });
    expect(projector.checkpoint).toBe(await head());
    // Once in vain.
    expect(seen.length).toBe(2 * Number(await head()));
    expect(existsSync(`${ledger.path}.rebuild`)).toBe(false);
  });
});

describe('two that keep the same file', () => {
  it('one loses the race for a stretch of the log, nothing is doubled, and the loser goes on', async () => {
    const [first, second] = [await caughtUp(), await caughtUp()];
    await ledger.account('P01', pay('DV-1', '40.00'));
    const outcomes = await Promise.allSettled([first.catchUp(), second.catchUp()]);
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({ reason: new Error('the read models were moved on by somebody else') });
    await ledger.account('P01', pay('DV-2', '1.00'));
    await second.catchUp();
    await ledger.account('P01', pay('DV-3', '0.50'));
    await first.catchUp();
    expect([disbursed(first), disbursed(second)]).toEqual([41_50, 41_50]);
    expect((await first.rebuild()).every(({ equal }) => equal)).toBe(true);
  });
});

describe('a rebuild', () => {
  beforeEach(async () => {
    await ledger.account('P01', commit('PO-1', '100.00'));
    await ledger.account('P01', pay('DV-1', '40.00', { commitment: 'PO-1' }));
  });

  it('gives the same tables, and says so by control totals', async () => {
    const projector = await caughtUp();
    const before = dump(projector);
    const rebuilt = await projector.rebuild();
    expect(rebuilt.map(({ name }) => name)).toEqual(projections.map(({ name }) => name));
    expect(rebuilt.every(({ equal }) => equal)).toBe(true);
    expect(rebuilt.find(({ name }) => name === 'plan-versus-actual')?.after).toMatchObject({
      budget: '100000',
      committed: '6000',
      disbursed: '4000',
    });
    expect(dump(projector)).toEqual(before);
  });

  it('finds a figure that somebody changed in the tables, and puts it right', async () => {
    const projector = await caughtUp();
    projector.database.exec('UPDATE pva_entry SET movement = movement + 1, balance = balance + 1');
    const rebuilt = await projector.rebuild();
    expect(rebuilt.filter(({ equal }) => !equal).map(({ name }) => name)).toEqual(['plan-versus-actual']);
    expect(disbursed(projector)).toBe(40_00);
  });

  it('answers and follows the log while it runs', async () => {
    const projector = await caughtUp();
    const answers: number[] = [];
    let replaced = 0;
    projector.onReplaced(() => (replaced += 1));
    const rebuilding = projector.rebuild(() => answers.push(disbursed(projector)));
    await ledger.account('P01', pay('DV-2', '1.00'));
    await projector.catchUp();
    const meanwhile = disbursed(projector);
    const rebuilt = await rebuilding;
    expect(answers).toEqual([40_00]);
    expect(meanwhile).toBe(41_00);
    expect(disbursed(projector)).toBe(41_00);
    expect(rebuilt.every(({ equal }) => equal)).toBe(true);
    expect(replaced).toBe(1);
  });

  it('asked for twice at once is done once', async () => {
    const projector = await caughtUp();
    const [one, other] = [projector.rebuild(), projector.rebuild()];
    expect(await one).toBe(await other);
  });

  it('leaves one file, which the next start takes as it is', async () => {
    const projector = await caughtUp();
    await projector.rebuild();
    projector.close();
    expect(
      ['.rebuild', '-wal', '-shm', '.rebuild-wal'].filter((end) => existsSync(ledger.path + end)),
    ).toEqual([]);
    const again = ledger.projector();
    expect(again.checkpoint).toBe(await head());
  });

  it('left over by a crash is no obstacle', async () => {
    writeFileSync(`${ledger.path}.rebuild`, 'half');
    const projector = await caughtUp();
    expect((await projector.rebuild()).every(({ equal }) => equal)).toBe(true);
  });

  it('of a ledger without events leaves it ready for the first one', async () => {
    const empty = new Ledger();
    const projector = empty.projector();
    expect((await projector.rebuild()).every(({ equal }) => equal)).toBe(true);
    expect(projector.checkpoint).toBeUndefined();
    await empty.account('P01', open('P01'));
    await projector.catchUp();
    expect(projector.checkpoint).toBe(BigInt((await empty.store.head()) ?? 0));
    await empty.close();
  });
});

describe('catching up', () => {
  it('many times at once applies each event once, and each caller finds its event applied', async () => {
    const { seen, projection } = counting();
    const projector = ledger.projector({ projections: [...projections, projection] });
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await ledger.account('P01', pay(`DV-${index}`, '1.00'));
        const mine = await head();
        await projector.catchUp();
        expect(projector.checkpoint).toBeGreaterThanOrEqual(mine);
      }),
    );
    expect(seen).toEqual((await ledger.log()).map(({ position }) => position));
    expect(disbursed(projector)).toBe(20_00);
  });
});
