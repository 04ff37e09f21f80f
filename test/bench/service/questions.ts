import { allQuestions, type Question as Address } from '../support/all-questions.ts';
import type { Question } from './asked.ts';
import type { HistoryFacts } from './kept-history.ts';
import type { Service } from './service.ts';

/** Every question of some kinds about the first organisation of a history, by its name. */
export async function questionsAbout(
  service: Service,
  facts: HistoryFacts,
  isAsked: (question: Address) => boolean,
): Promise<Record<string, Question>> {
  const { organisation, years, projects } = facts;
  const { head } = (await service.ask('status', undefined, await service.as('operator'))) as {
    readonly head: string;
  };
  const { commitment, project_code: project } = await someCommitment(service, facts);
  const events = await someEvents(service, organisation, BigInt(head));
  const log = { head: BigInt(head), years, projects, commitment, events };
  // Only its own project has that commitment.
  const ofDocuments = new Map(allQuestions({ ...log, projects: [project] }).map((one) => [one.name, one]));
  const asked = allQuestions(log).filter(isAsked);
  return Object.fromEntries(
    asked.map((asking) => {
      const question =
        (/\ba document$/.test(asking.name) ? ofDocuments.get(asking.name) : undefined) ?? asking;
      return [
        question.name,
        (repetition: number) => `${question.url(repetition)}&organisation=${organisation}`,
      ];
    }),
  );
}

const PLACES = 20;

/** Positions of events of an organisation, spread over the whole log. */
async function someEvents(service: Service, organisation: string, head: bigint): Promise<bigint[]> {
  const auditor = await service.as('auditor');
  const found: bigint[] = [];
  for (let place = 0n; place < PLACES; place += 1n) {
    const after = (head * place) / BigInt(PLACES);
    const route = `journal?organisation=${organisation}&limit=1&after=${after}`;
    const { rows } = (await service.ask(route, undefined, auditor)) as {
      readonly rows: readonly { readonly position: string }[];
    };
    found.push(...rows.map(({ position }) => BigInt(position)));
  }
  return found;
}

interface Commitment {
  readonly commitment: string;
  readonly project_code: string;
}

async function someCommitment(service: Service, { organisation, years }: HistoryFacts): Promise<Commitment> {
  const route = `commitments?organisation=${organisation}&fiscalYear=${years.at(-1) ?? ''}&includeSettled=true`;
  const { rows } = (await service.ask(route, undefined, await service.as('auditor'))) as {
    readonly rows: readonly Commitment[];
  };
  const [first] = rows;
  if (first === undefined) throw new Error(`${route}: there is no commitment to ask about`);
  return first;
}
