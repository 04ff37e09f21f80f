import { describeOnControlledEventDatabase, describeOnEventDatabase } from '../../testing/index.ts';
import { itSurvivesItsServer, itSurvivesLostAnswers } from './faults.fixture.ts';

describeOnEventDatabase('esdb', 'a connection to EventStoreDB that breaks', itSurvivesLostAnswers);

describeOnControlledEventDatabase('esdb', 'an EventStoreDB that ends and comes back', itSurvivesItsServer);
