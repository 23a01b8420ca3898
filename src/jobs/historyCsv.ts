/** A training history as CSV: one line per epoch, Keras's names, every number to the last digit. */
import type { History } from '../core/nn/engine';

export function historyCsv(history: History): string {
  const rows = history.loss.map((loss, index) =>
    [index + 1, loss, history.mae[index], history.val_loss[index], history.val_mae[index]].join(','),
  );
  return `${['epoch,loss,mae,val_loss,val_mae', ...rows].join('\n')}\n`;
}
