import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { forAWhile, untilDecided } from '../../../api/outcome.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useView } from '../../../app/view.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import { type CommandAnswer, postCommand } from './post-command.ts';
import type { ReadForm } from './read-form.ts';

/** Where a form is on its way to the log. Nothing counts as recorded before the ledger says so. */
export type SendingState =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  /** No answer came: it may be recorded. Asked again under the same key, never as a second posting. */
  | { readonly state: 'unknown' }
  /** It was asked for a while; whoever waits asks again, the same question under the same key. */
  | { readonly state: 'unanswered' };

interface Question {
  readonly form: ReadForm;
  readonly submit: string | undefined;
}

/** Sends a form under the key that was born with it, until the ledger answers. */
export function useSending(shape: CommandShape, key: string) {
  const [sending, setSending] = useState<SendingState>({ state: 'idle' });
  const { org } = useView();
  const queries = useQueryClient();
  const busy = useRef(false);
  const left = useRef(false);
  const unanswered = useRef<Question>(undefined);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const once = ({ form, submit }: Question): Promise<CommandAnswer> =>
    postCommand(shape, form, { key, submit, organisation: org });

  /** The answer, or why it was refused; nothing when it is being sent already. */
  const send = async (form: ReadForm, submit?: string): Promise<CommandAnswer | ApiProblem | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    const wasUnknown = unanswered.current !== undefined;
    const question = unanswered.current ?? { form, submit };
    const goesOn = forAWhile();
    setSending({ state: wasUnknown ? 'unknown' : 'sending' });
    try {
      const answer = await untilDecided(() => once(question), {
        wasUnknown,
        onUnknown: () => setSending({ state: 'unknown' }),
        goesOn: () => !left.current && goesOn(),
      });
      // Figures may have changed; what is typed has not.
      await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'draft' });
      return answer;
    } catch (error) {
      if (!(error instanceof ApiProblem)) {
        unanswered.current = question;
        setSending({ state: 'unanswered' });
        return undefined;
      }
      unanswered.current = undefined;
      setSending({ state: 'idle' });
      return error;
    } finally {
      busy.current = false;
    }
  };

  return { sending, send };
}
