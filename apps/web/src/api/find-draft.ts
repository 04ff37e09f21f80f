import { answerOf, api } from './client.ts';
import { ApiProblem } from './problem.ts';

/**
 * One of my drafts; nothing when there is none of this identity. The list is asked first: a new form has none yet, which is no
 * error that a browser should note.
 */
export async function findDraft(id: string) {
  const { drafts } = answerOf(await api.GET('/api/v1/desk/drafts'));
  if (!drafts.some((draft) => draft.id === id)) return null;
  try {
    return answerOf(await api.GET('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } }));
  } catch (error) {
    // Thrown away meanwhile, in another window.
    if (error instanceof ApiProblem && error.code === 'draft-unknown') return null;
    throw error;
  }
}
