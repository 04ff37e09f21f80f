import { describeOnEventDatabaseCluster } from '../../testing/event-databases.ts';
import { itSurvivesFailOver } from './fail-over.fixture.ts';

describeOnEventDatabaseCluster('esdb', 'fail-over of the log in EventStoreDB', itSurvivesFailOver);
