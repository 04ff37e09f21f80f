import { categoryOf, type FiscalYear, organisationOf } from '#kernel/folding';

/** The account of a project in a fiscal year. */
export interface AccountPlace {
  readonly fiscalYear: FiscalYear;
  readonly project: string;
}

/** What the name of a stream says. */
export interface StreamPlace {
  readonly category: string;
  readonly organisation: string;
  /** Of a budget account alone. */
  readonly account: AccountPlace | undefined;
}

/** Streams whose places are kept at hand: more than an organisation writes to in a year. */
const AT_HAND = 50_000;

/** Reads the names of streams, each as good as once. */
export class StreamPlaces {
  #known = new Map<string, StreamPlace>();

  of(stream: string): StreamPlace {
    let place = this.#known.get(stream);
    if (!place) {
      if (this.#known.size >= AT_HAND) this.#known = new Map();
      place = placeOf(stream);
      this.#known.set(stream, place);
    }
    return place;
  }
}

function placeOf(stream: string): StreamPlace {
  const category = categoryOf(stream);
  const account = category === 'budgetaccount' ? accountOf(stream) : undefined;
  return { category, organisation: organisationOf(stream), account };
}

/** `budgetaccount-<organisation>.<fiscal year>.<project>`; no part has a full stop in it but the project. */
function accountOf(stream: string): AccountPlace {
  const [, fiscalYear = '', ...project] = stream.split('.');
  return { fiscalYear: Number(fiscalYear) as FiscalYear, project: project.join('.') };
}
