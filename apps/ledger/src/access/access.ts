import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '#access';

/**
 * Who may call a route:
 * - `open`: anybody; for what must answer before anybody is known
 * - `signedIn`: everybody who is known; with `reads` the route shows of the ledger what it finds that they may see
 * - `may`: who has one of the permissions; who has it for some organisations or projects only where the
 *   route keeps to the one it is asked about; with `alsoMay` only who has that permission besides
 * - `posts`: who may record a command, or any of a category; the decision itself asks again, precisely
 */
export type AccessRule =
  | { readonly open: true }
  | { readonly signedIn: true; readonly reads?: true }
  | {
      readonly may: Permission | readonly Permission[];
      readonly alsoMay?: Permission;
      readonly byOrganisation?: boolean;
      readonly byProject?: boolean;
    }
  | { readonly posts: string };

/** Says who may call a route. A route that does not say it answers nobody. */
export const Access = (rule: AccessRule): MethodDecorator => RouteConfig({ access: rule });

/** Routes that are not of the API: its description, and a page to try it. */
const OPEN = /^\/(?:docs(?:\/.*|-json|-yaml)?|openapi\.(?:json|yaml))$/;

/** The rule of a route, by its pattern and configuration; nothing when it has none. */
export function ruleFor(url: string | undefined, config: unknown): AccessRule | undefined {
  const { access } = (config ?? {}) as { readonly access?: AccessRule };
  return access ?? (url !== undefined && OPEN.test(url) ? { open: true } : undefined);
}

export const ruleOf = ({ routeOptions }: FastifyRequest): AccessRule | undefined =>
  ruleFor(routeOptions.url, routeOptions.config);

/** The permissions that a rule asks for. */
export const permissionsOf = (rule: AccessRule | undefined): readonly Permission[] =>
  rule !== undefined && 'may' in rule ? [rule.may].flat() : [];
