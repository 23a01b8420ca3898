/** For tests that share a window: what a failed one has left is not to be trusted. */
import { afterEach, beforeEach } from 'vitest';

/** `renew` runs before the test after a failed one, and before a second attempt. */
export function renewAfterFailure(renew: () => Promise<void>): void {
  let isInOrder = true;
  beforeEach(async () => {
    if (!isInOrder) await renew();
    isInOrder = false;
  });
  afterEach(({ task }) => {
    isInOrder = task.result?.state === 'pass';
  });
}
