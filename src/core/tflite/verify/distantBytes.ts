import { sentence } from '../../../../l10n/sentences';
import type { TableView } from '../tableView';
import type { IssueList } from './issueList';

/** Checks what large files keep behind the FlatBuffer: buffers and custom options that are given by offset and size. */
export function checkDistantBytes(root: TableView, fileBytes: number, issues: IssueList): void {
  const { trail } = issues;
  const check = (view: TableView | undefined, offsetName: string, sizeName: string): void => {
    const start = view?.number(offsetName) ?? 0;
    // Converters write 1 as a place holder; only what is larger is an offset.
    if (view === undefined || start <= 1) return;
    const bytes = view.number(sizeName);
    if (start + bytes <= fileBytes) return;
    const { position } = view;
    issues.add('buffer', position, (trace) =>
      sentence('tflite.bufferOutside', { offset: position, trace, start, bytes, fileBytes }),
    );
  };
  root.tables('buffers').forEach((buffer, index) => {
    trail.enter('buffers', index);
    check(buffer, 'offset', 'size');
    trail.leave();
  });
  root.tables('subgraphs').forEach((subgraph, subgraphIndex) => {
    trail.enter('subgraphs', subgraphIndex);
    subgraph?.tables('operators').forEach((operator, index) => {
      trail.enter('operators', index);
      check(operator, 'large_custom_options_offset', 'large_custom_options_size');
      trail.leave();
    });
    trail.leave();
  });
}
