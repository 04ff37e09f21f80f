import { jest } from '@jest/globals';
import { describeOnControlledEventDatabase, describeOnEventDatabase } from '#event-store/testing';
import { itMovesThereAndBack, itOutlivesTheServer } from './over-event-database.fixture.ts';

jest.setTimeout(120_000);

describeOnEventDatabase('esdb', 'a ledger that is moved over esdb://', itMovesThereAndBack);
describeOnControlledEventDatabase('esdb', 'a move over esdb:// whose server is killed', itOutlivesTheServer);
