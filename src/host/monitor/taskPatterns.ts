/** Which tasks need the port for themselves: a pattern is a word of the task's name, in any case. */
export function fitsTaskPatterns(name: string, patterns: readonly string[]): boolean {
  const words = name.toLowerCase();
  return patterns.some((pattern) => {
    const wanted = pattern.trim().toLowerCase();
    if (wanted === '') return false;
    const at = words.indexOf(wanted);
    if (at < 0) return false;
    // `flash` is in "Flash: build" and "idf.flash", not in "flashlight demo".
    for (let from = at; from >= 0; from = words.indexOf(wanted, from + 1)) {
      const before = words[from - 1] ?? ' ';
      const after = words[from + wanted.length] ?? ' ';
      if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
    }
    return false;
  });
}
