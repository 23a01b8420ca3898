/** Early epochs dwarf the rest: how many are left out in the later charts of losses and errors, at first. */

/** The tutorial's, of its first and of its second model. */
const tutorialSkips = [50, 100] as const;

/** @param index of the model among those of the run; from the third on as in the second */
export function skippedEpochs(index: number, epochs: number): number {
  const wanted = tutorialSkips[index === 0 ? 0 : 1];
  // Of a short training, all that there is to see would be gone.
  return wanted < epochs / 2 ? wanted : 0;
}
