import type { Sentences } from '../sentences';
import { check } from './check';
import { inspect } from './inspect';
import { inspector } from './inspector';
import { inspectorHost } from './inspectorHost';
import { jobs } from './jobs';
import { host } from './host';
import { cli } from './cli';
import { training } from './training';
import { plot } from './plot';
import { charts } from './charts';
import { nn } from './nn';
import { firmware } from './firmware';
import { quantize } from './quantize';
import { runtime } from './runtime';
import { stream } from './stream';
import { tflite } from './tflite';

export const zhCn: Sentences = {
  ...tflite,
  ...inspect,
  ...inspector,
  ...inspectorHost,
  ...check,
  ...jobs,
  ...host,
  ...cli,
  ...training,
  ...plot,
  ...charts,
  ...nn,
  ...firmware,
  ...quantize,
  ...runtime,
  ...stream,
};
