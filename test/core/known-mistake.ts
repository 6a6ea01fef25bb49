import { expect } from 'vitest';

/**
 * Assert a mistake that is known: what is made of something today, beside what would be right.
 * Fails when it is mended, so that the right one takes the place of the known one, and when it goes wrong otherwise.
 */
export function expectKnownMistake<T>(
  made: T,
  { today, right }: { readonly today: T; readonly right: T },
): void {
  expect(made, 'This is right now; assert it and drop the known mistake').not.toEqual(right);
  expect(made).toEqual(today);
}
