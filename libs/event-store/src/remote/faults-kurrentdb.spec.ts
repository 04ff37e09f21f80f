import { describeOnControlledEventDatabase, describeOnEventDatabase } from '../../testing/index.ts';
import { itSurvivesItsServer, itSurvivesLostAnswers } from './faults.fixture.ts';

describeOnEventDatabase('kurrentdb', 'a connection to KurrentDB that breaks', itSurvivesLostAnswers);

describeOnControlledEventDatabase('kurrentdb', 'a KurrentDB that ends and comes back', itSurvivesItsServer);
