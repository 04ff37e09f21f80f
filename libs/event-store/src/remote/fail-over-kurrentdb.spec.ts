import { describeOnEventDatabaseCluster } from '../../testing/event-databases.ts';
import { itSurvivesFailOver } from './fail-over.fixture.ts';

describeOnEventDatabaseCluster('kurrentdb', 'fail-over of the log in KurrentDB', itSurvivesFailOver);
