/** A test that passes at the second attempt says what failed at the first: else nobody could mend it. */
import { afterEach } from 'vitest';

afterEach(({ task }) => {
  const { state, errors = [] } = task.result ?? {};
  if (state === 'pass') return;
  for (const { message, diff = '' } of errors) console.log(`An attempt failed: ${message}\n${diff}`);
});
