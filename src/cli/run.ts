import type { Subcommand } from './io';

export const run: Subcommand = { run: () => Promise.resolve(1) };
