import { describeOnEventDatabase } from '#event-store/testing';
import { declareProjectorOn } from './event-database.fixture.ts';

// A file for each scheme: the libraries of the two do not work in one process.
describeOnEventDatabase('esdb', 'a projector on esdb://', declareProjectorOn);
