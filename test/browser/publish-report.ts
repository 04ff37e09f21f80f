/** Publishes the second quarterly report of the sample, so that there is one to look at; without its PDF, which takes a while. */
export async function publishReport(url: string, password: string): Promise<void> {
  const post = async (path: string, body: unknown, token?: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'publish-sample',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const { token } = await post('session', { name: 'demo-owner', password, as: 'token' });
  const publication = {
    number: 'Q2-2569',
    reason: 'เสนอคณะกรรมการ',
    effectiveOn: new Date().toISOString().slice(0, 10),
    withoutPdf: true,
  };
  await post('quarterly-reports/2569/Q2-2569/publications', publication, token as string);
}
