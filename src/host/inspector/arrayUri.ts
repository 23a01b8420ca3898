/** Where a model in C source stands, as an address that VS Code can open: the source file's own, with the array's name. */
import * as vscode from 'vscode';

export const arrayScheme = 'tinyml-array';

export interface ArrayPlace {
  readonly source: vscode.Uri;
  readonly name: string;
  /** Counts arrays of the same name in one file, which preprocessor branches make possible. */
  readonly nth: number;
}

const ending = '.tflite';

/** Ends in `.tflite`, so that the inspector is what VS Code opens it with. */
export function arrayUri({ source, name, nth }: ArrayPlace): vscode.Uri {
  const query = new URLSearchParams({ scheme: source.scheme });
  if (source.query !== '') query.set('query', source.query);
  if (nth > 0) query.set('nth', String(nth));
  return vscode.Uri.from({
    scheme: arrayScheme,
    authority: source.authority,
    path: `${source.path}/${name}${ending}`,
    query: query.toString(),
  });
}

/** Undefined for an address that `arrayUri` did not make. */
export function arrayPlace(uri: vscode.Uri): ArrayPlace | undefined {
  const slash = uri.path.lastIndexOf('/');
  const query = new URLSearchParams(uri.query);
  const scheme = query.get('scheme');
  if (uri.scheme !== arrayScheme || slash < 0 || !uri.path.endsWith(ending) || !scheme) return undefined;
  const { authority, path } = uri;
  return {
    source: vscode.Uri.from({
      scheme,
      authority,
      path: path.slice(0, slash),
      query: query.get('query') ?? '',
    }),
    name: path.slice(slash + 1, -ending.length),
    nth: Number(query.get('nth') ?? 0),
  };
}
