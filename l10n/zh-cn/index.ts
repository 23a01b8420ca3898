import type { Sentences } from '../sentences';
import { common } from './common';
import { training } from './training';

export const zhCn: Sentences = { ...common, ...training };
