/**
 * Does the same with each item, a few at a time, since each may be a journey to another machine; all of them at once would
 * keep whoever else waits for that machine waiting. Ends when everything that was begun has ended: after a failure
 * nothing more is begun, and of several failures that of the first item in order is thrown.
 *
 * @param limit how many are under way at most
 * @returns the answers, in the order of the items
 */
export async function fewAtOnce<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = new Array<Answer>(items.length);
  const failures = new Map<number, unknown>();
  const entries = items.entries();
  const takeTurns = async (): Promise<void> => {
    for (const [index, item] of entries) {
      try {
        answers[index] = await work(item);
      } catch (error) {
        failures.set(index, error);
      }
      if (failures.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: limit }, takeTurns));
  if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
  return answers;
}
