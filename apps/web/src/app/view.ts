import { useNavigate, useSearch } from '@tanstack/react-router';
import { DEFAULT_UNIT, isUnit, type Unit } from '../texts/amounts.ts';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../texts/language.ts';

/** What every page's address says beside the page: pasted elsewhere it gives the same view. */
export interface View {
  readonly lang: Language;
  readonly unit: Unit;
  /** As known at: a position, a moment or the code of a report; now when absent. */
  readonly known?: string;
  /** Only what takes effect up to this day. */
  readonly to?: string;
  /** The organisation; the only one of the ledger when absent. */
  readonly org?: string;
  /** The figure that is explained, as its address in JSON. */
  readonly explain?: Readonly<Record<string, unknown>>;
}

/** As the address holds it: what is as usual is left out. */
export type ViewSearch = Partial<View>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what an address says; what cannot be read is as if it were not said. */
export function readView(search: Readonly<Record<string, unknown>>): ViewSearch {
  const { lang, unit, known, to, org, explain } = search;
  return {
    ...(isLanguage(lang) && lang !== DEFAULT_LANGUAGE ? { lang } : {}),
    ...(isUnit(unit) && unit !== DEFAULT_UNIT ? { unit } : {}),
    // A position reads as a number in an address.
    ...(typeof known === 'string' || typeof known === 'number' ? { known: String(known) } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
    ...(typeof org === 'string' ? { org } : {}),
    ...(typeof explain === 'object' && explain !== null && !Array.isArray(explain)
      ? { explain: explain as Readonly<Record<string, unknown>> }
      : {}),
  };
}

type Search = Record<string, unknown>;

const KEPT = ['lang', 'unit', 'known', 'to', 'org'] as const;

/** Every link keeps language, unit, both clocks and the organisation, unless it says otherwise. */
export function keepView({ search, next }: { search: Search; next: (search: Search) => Search }): Search {
  const said = next(search);
  const kept = KEPT.flatMap((name) =>
    name in said || search[name] === undefined ? [] : [[name, search[name]]],
  );
  return { ...(Object.fromEntries(kept) as Search), ...said };
}

/** The view of the page, as its address says. */
export function useView(): View {
  const search: ViewSearch = useSearch({ strict: false });
  return { ...search, lang: search.lang ?? DEFAULT_LANGUAGE, unit: search.unit ?? DEFAULT_UNIT };
}

/** Changes a part of the view and stays on the page; `undefined` takes it out of the address. */
export function useSetView(): (change: { readonly [K in keyof View]?: View[K] | undefined }) => void {
  const navigate = useNavigate();
  return (change) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...change }),
      resetScroll: false,
    });
  };
}
