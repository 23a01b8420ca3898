/** A test that passes at the second attempt says what failed at the first: else nobody could mend it. */
import { afterEach } from 'vitest';

afterEach(({ task }) => {
  for (const { message } of task.result?.errors ?? []) console.log(`An attempt failed: ${message}`);
});
