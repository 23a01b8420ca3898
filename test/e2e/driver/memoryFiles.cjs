// A file system that is not a disk: folders that VS Code gives to extensions under another scheme than `file`.
const vscode = require('vscode');

exports.scheme = 'memory';

/** @returns a vscode.FileSystemProvider that knows the folder /project */
exports.memoryFiles = () => {
  const changed = new vscode.EventEmitter();
  const entries = new Map([
    ['/', null],
    ['/project', null],
  ]);
  const known = (uri) => {
    const bytes = entries.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  };
  const tell = (type, uri) => changed.fire([{ type, uri }]);
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      const bytes = known(uri);
      const type = bytes === null ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: 0, size: bytes?.length ?? 0 };
    },
    readDirectory(uri) {
      const start = uri.path.replace(/\/?$/, '/');
      return [...entries]
        .filter(
          ([path]) => path.startsWith(start) && path !== start && !path.slice(start.length).includes('/'),
        )
        .map(([path, bytes]) => [
          path.slice(start.length),
          bytes === null ? vscode.FileType.Directory : vscode.FileType.File,
        ]);
    },
    createDirectory(uri) {
      entries.set(uri.path, null);
      tell(vscode.FileChangeType.Created, uri);
    },
    readFile: (uri) => known(uri),
    writeFile(uri, bytes) {
      const type = entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      entries.set(uri.path, bytes);
      tell(type, uri);
    },
    delete(uri) {
      known(uri);
      entries.delete(uri.path);
      tell(vscode.FileChangeType.Deleted, uri);
    },
    rename(from, to) {
      entries.set(to.path, known(from));
      entries.delete(from.path);
      tell(vscode.FileChangeType.Deleted, from);
      tell(vscode.FileChangeType.Created, to);
    },
  };
};
