import type { Sentences } from '../sentences';
import { check } from './check';
import { engine } from './engine';
import { inspect } from './inspect';
import { inspector } from './inspector';
import { inspectorHost } from './inspectorHost';
import { jobs } from './jobs';
import { host } from './host';
import { cli } from './cli';
import { training } from './training';
import { monitor } from './monitor';
import { monitorHost } from './monitorHost';
import { playground } from './playground';
import { plot } from './plot';
import { project } from './project';
import { report } from './report';
import { steps } from './steps';
import { charts } from './charts';
import { nn } from './nn';
import { firmware } from './firmware';
import { quantize } from './quantize';
import { runtime } from './runtime';
import { serial } from './serial';
import { stream } from './stream';
import { tflite } from './tflite';

export const zhCn: Sentences = {
  ...tflite,
  ...inspect,
  ...inspector,
  ...inspectorHost,
  ...check,
  ...engine,
  ...jobs,
  ...host,
  ...cli,
  ...training,
  ...monitor,
  ...monitorHost,
  ...playground,
  ...plot,
  ...project,
  ...report,
  ...steps,
  ...charts,
  ...nn,
  ...firmware,
  ...quantize,
  ...runtime,
  ...serial,
  ...stream,
};
