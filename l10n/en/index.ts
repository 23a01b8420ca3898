import { common } from './common';
import { training } from './training';

export const en = { ...common, ...training } as const;
