/** Files whose text is looked through for models: C, C++ and Arduino sketches. */
export function isSourceFileName(name: string): boolean {
  return /\.(c|cc|cpp|cxx|h|hh|hpp|hxx|ino)$/i.test(name);
}
