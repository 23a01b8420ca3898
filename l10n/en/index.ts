import { check } from './check';
import { inspect } from './inspect';
import { common } from './common';
import { jobs } from './jobs';
import { host } from './host';
import { cli } from './cli';
import { training } from './training';
import { nn } from './nn';
import { firmware } from './firmware';
import { quantize } from './quantize';
import { runtime } from './runtime';

export const en = {
  ...common,
  ...inspect,
  ...check,
  ...jobs,
  ...host,
  ...cli,
  ...training,
  ...nn,
  ...firmware,
  ...quantize,
  ...runtime,
} as const;
