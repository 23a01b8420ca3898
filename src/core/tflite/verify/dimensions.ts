import { sentence } from '../../../../l10n/sentences';
import { mostDimensions } from '../limits';
import type { TableView } from '../tableView';
import type { IssueList } from './issueList';

/** A tensor of thousands of dimensions is none: the reader takes the first `mostDimensions` of them. */
export function checkDimensions(root: TableView, issues: IssueList): void {
  const { trail } = issues;
  root.tables('subgraphs').forEach((subgraph, subgraphIndex) => {
    trail.enter('subgraphs', subgraphIndex);
    subgraph?.tables('tensors').forEach((tensor, index) => {
      trail.enter('tensors', index);
      for (const name of ['shape', 'shape_signature']) {
        const place = tensor?.vectorPlace(name);
        if (place === undefined || place.count <= mostDimensions) continue;
        const offset = place.start - 4;
        issues.add('value', offset, (trace) =>
          sentence('tflite.tooManyDimensions', { offset, trace, count: place.count, limit: mostDimensions }),
        );
      }
      trail.leave();
    });
    trail.leave();
  });
}
