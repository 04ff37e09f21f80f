import { jest } from '@jest/globals';
import { describeOnControlledEventDatabase, describeOnEventDatabase } from '#event-store/testing';
import { itMovesThereAndBack, itOutlivesTheServer } from './over-event-database.fixture.ts';

jest.setTimeout(120_000);

describeOnEventDatabase('kurrentdb', 'a ledger that is moved over kurrentdb://', itMovesThereAndBack);
describeOnControlledEventDatabase(
  'kurrentdb',
  'a move over kurrentdb:// whose server is killed',
  itOutlivesTheServer,
);
