import { describe, expect, it } from '@jest/globals';
import { pageOfOurs } from './way-back.ts';

describe('whoever signs in at the identity provider comes back', () => {
  it('to the page that was asked for, with its view', () => {
    expect(pageOfOurs('/fy/2569/p/P08?unit=baht&known=1204')).toBe('/fy/2569/p/P08?unit=baht&known=1204');
  });

  it.each([
    ['nothing', undefined],
    ['another site', 'https://elsewhere.example/fy/2569'],
    ['another site without a scheme', '//elsewhere.example/'],
    ['another site behind a backslash', '/\\elsewhere.example/'],
    ['another site behind a tab', '/\t/elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
  ])('to the first page when asked for %s', (_, asked) => {
    expect(pageOfOurs(asked)).toBe('/');
  });
});
