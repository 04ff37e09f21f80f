/** What an error says, also one of another realm, such as a thread's; what is no error is told as text. */
export function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
