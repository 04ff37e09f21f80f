import { describeOnEventDatabase } from '#event-store/testing';
import { readsTheNewest } from './newest.fixture.ts';

describeOnEventDatabase('esdb', 'a process that asks for the newest of a stream, on esdb', readsTheNewest);
