import { sentence } from '../../../../l10n/sentences';
import type { TableView } from '../tableView';
import type { IssueList } from './issueList';

/** The file stores zero points as int64; those that a number cannot hold exactly belong to no tensor type. */
export function checkZeroPoints(root: TableView, issues: IssueList): void {
  const { trail } = issues;
  root.tables('subgraphs').forEach((subgraph, subgraphIndex) => {
    trail.enter('subgraphs', subgraphIndex);
    subgraph?.tables('tensors').forEach((tensor, index) => {
      const quantization = tensor?.table('quantization');
      const place = quantization?.vectorPlace('zero_point');
      if (quantization === undefined || place === undefined) return;
      trail.enter('tensors', index);
      for (let element = 0; element < place.count && !issues.isFull; element++) {
        const position = place.start + 8 * element;
        const value = quantization.file.scalar(position, 'long');
        if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) continue;
        issues.add('value', position, (trace) =>
          sentence('tflite.zeroPointTooLarge', { offset: position, trace, value: value.toExponential(3) }),
        );
      }
      trail.leave();
    });
    trail.leave();
  });
}
