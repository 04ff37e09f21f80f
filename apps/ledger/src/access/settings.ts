import type { SignOnConfig } from './sign-on/config.ts';

/** How people are let in where the service listens. */
export interface AccessSettings {
  /** Minutes without a request, and hours whatever is done, after which a session ends. */
  readonly session: { readonly idleMinutes: number; readonly hours: number };
  /** Address that browsers use, when it is not the one that the service listens on. */
  readonly publicUrl?: string | undefined;
  /** Single sign-on; off when absent. */
  readonly signOn?: SignOnConfig | undefined;
}
