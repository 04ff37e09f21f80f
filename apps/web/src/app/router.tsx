import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NoAnswer } from '../api/problem.ts';
import { readSearch, writeSearch } from './addresses.ts';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';
import { PageFailed } from './page-failed.tsx';
import { Shell } from './shell.tsx';
import { keepView, readView } from './view.ts';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => ({ ...search, ...readView(search) }),
  search: { middlewares: [keepView] },
});

type Page = Parameters<typeof lazyRouteComponent>[0];

/** Without a network the page says so; otherwise a newer version may be served, and the router loads that. */
const arrived =
  (load: Page): Page =>
  () =>
    load().catch((cause: unknown) => {
      throw navigator.onLine ? cause : new NoAnswer('The page did not arrive.', { cause });
    });

const page = (path: string, load: Page) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(arrived(load)) });

/** Every page by its address; each is loaded when it is opened first. */
const pages = [
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  page('/fy/$fy', () => import('../pages/overview/page.tsx')),
  page('/fy/$fy/p/$project', () => import('../pages/project/page.tsx')),
  page('/fy/$fy/kpi', () => import('../pages/kpis/page.tsx')),
  page('/fy/$fy/kpi/$kpi', () => import('../pages/kpi/page.tsx')),
  page('/post', () => import('../pages/post/chooser.tsx')),
  page('/post/$kind', () => import('../pages/post/page.tsx')),
  page('/drafts', () => import('../pages/drafts/page.tsx')),
  page('/r/$number', () => import('../pages/receipt/page.tsx')),
  page('/doc/$fy/$project/$document', () => import('../pages/document/page.tsx')),
  page('/import', () => import('../pages/import/page.tsx')),
  page('/import/$id', () => import('../pages/import/sheet.tsx')),
  page('/inbox', () => import('../pages/inbox/page.tsx')),
  page('/reports', () => import('../pages/reports/page.tsx')),
  page('/reports/new', () => import('../pages/reports/new.tsx')),
  page('/reports/$number', () => import('../pages/reports/report.tsx')),
  page('/journal', () => import('../pages/journal/page.tsx')),
  page('/e/$position', () => import('../pages/event/page.tsx')),
  page('/compare', () => import('../pages/compare/page.tsx')),
  page('/audit', () => import('../pages/audit/page.tsx')),
  page('/attempts', () => import('../pages/attempts/page.tsx')),
  page('/glossary', () => import('../pages/glossary/page.tsx')),
  page('/data', () => import('../pages/data/page.tsx')),
  page('/admin/people', () => import('../pages/admin-people/page.tsx')),
  page('/admin/roles', () => import('../pages/admin-roles/page.tsx')),
  page('/admin/tokens', () => import('../pages/admin-tokens/page.tsx')),
  page('/admin/policy', () => import('../pages/admin-policy/page.tsx')),
  page('/admin/periods', () => import('../pages/admin-periods/page.tsx')),
  page('/admin/accounts', () => import('../pages/admin-accounts/page.tsx')),
  page('/admin/organisation', () => import('../pages/admin-organisation/page.tsx')),
  page('/admin/health', () => import('../pages/admin-health/page.tsx')),
  page('/me', () => import('../pages/me/page.tsx')),
  page('/sign-in', () => import('../pages/sign-in/page.tsx')),
  page('/set-up', () => import('../pages/set-up/page.tsx')),
  page('/invitation', () => import('../pages/invitation/page.tsx')),
];

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultErrorComponent: PageFailed,
  defaultPreload: 'intent',
});
