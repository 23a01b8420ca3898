/** What `tinyml monitor` has recorded and `tinyml parse` has printed, without what differs from run to run. */

/** Rows of a recording: what is behind the time. */
export function valuesOf(csv: string): readonly string[] {
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf(',') + 1));
}

export function kindsOf(stdout: string): readonly unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly kind: unknown }).kind);
}
