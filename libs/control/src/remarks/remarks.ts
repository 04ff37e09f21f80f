import { guarded, placeOf } from '#access';
import { type CivilDate, type Decider, type Evidence, MOST_EVIDENCE, type Refusal } from '#kernel';
import { refuse } from '../refusals.ts';
import type { RemarksEvent } from './events.ts';

/** Adds words or evidence, or both, to a posting. */
export interface AddRemark {
  readonly type: 'add-remark';
  /** The posting, by the commandId of its events. */
  readonly command: string;
  /** Its last event. */
  readonly event: string;
  /** The stream of that event: whoever may remark on it may record there. */
  readonly about: string;
  readonly text?: string | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly effectiveOn: CivilDate;
}

export interface RemarksState {
  /** How many remarks there are. */
  readonly count: number;
  /** Digests of the files that belong to the posting by a remark. */
  readonly digests: readonly string[];
}

/** Remarks that one posting takes. */
export const MOST_REMARKS = 200;

const notes: Decider<RemarksState, AddRemark, RemarksEvent> = {
  category: 'remarks',
  initial: () => ({ count: 0, digests: [] }),

  decide(state, { command, event, about, text = '', evidence = [], effectiveOn }) {
    const said = text.trim();
    return (
      mustSay(said, evidence) ??
      mustHaveRoom(state, evidence) ??
      mustBeNew(state, evidence) ?? [
        {
          type: 'RemarkAdded',
          effectiveOn,
          data: {
            command,
            event,
            about,
            ...(said === '' ? {} : { text: said }),
            ...(evidence.length === 0 ? {} : { evidence: evidence.map((each) => ({ ...each })) }),
          },
        },
      ]
    );
  },

  evolve: ({ count, digests }, { data }) => ({
    count: count + 1,
    digests: [...digests, ...(data.evidence ?? []).map(({ sha256 }) => sha256)],
  }),
};

/** Words and evidence that are added to a posting later. They touch no money, and are never taken back. */
export const remarks = guarded(notes, { places: (_state, { about }) => [placeOf(about)] });

function mustSay(text: string, evidence: readonly Evidence[]): Refusal | undefined {
  if (text !== '' || evidence.length > 0) return undefined;
  return refuse('remark-empty', 'The remark has neither words nor evidence; expected one of them.');
}

function mustHaveRoom({ count }: RemarksState, evidence: readonly Evidence[]): Refusal | undefined {
  if (count < MOST_REMARKS && evidence.length <= MOST_EVIDENCE) return undefined;
  return refuse(
    'remarks-too-many',
    `The posting has ${count} remarks, and ${evidence.length} files are to be added; expected at most ${MOST_REMARKS} remarks with ${MOST_EVIDENCE} files each.`,
    { remarks: count, files: evidence.length },
  );
}

function mustBeNew({ digests }: RemarksState, evidence: readonly Evidence[]): Refusal | undefined {
  const known = evidence.find(({ sha256 }) => digests.includes(sha256));
  if (!known) return undefined;
  return refuse('evidence-added-already', `The file ${known.name} belongs to the posting already.`, {
    name: known.name,
    sha256: known.sha256,
  });
}
