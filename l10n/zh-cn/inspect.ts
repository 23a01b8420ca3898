import type { inspect as english } from '../en/inspect';

export const inspect: Record<keyof typeof english, string> = {};
