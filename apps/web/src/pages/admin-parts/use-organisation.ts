import { useSession } from '../../api/session.ts';
import { useView } from '../../app/view.ts';

/** The organisation of the page with its settings; the only one, unless the address names another. */
export function useOrganisation() {
  const { org } = useView();
  const organisations = useSession()?.organisations ?? [];
  return organisations.find(({ organisation }) => organisation === org) ?? organisations[0];
}
