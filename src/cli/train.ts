/** `tinyml train sine`: the whole tutorial, headless; the same files, byte for byte, as the palette command. */
import { join, resolve } from 'node:path';
import { problem } from '../core/problem';
import { sineProject } from '../core/project/sineProject';
import { saveFiles, type Files } from '../jobs/saveFiles';
import { trainProject, type TrainedProject } from '../jobs/trainProject';
import type { EngineName } from '../protocol/trainingWorker';
import { startTrainingWorker } from '../workers/trainingClient';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import type { CliIo, ExitCode, Subcommand } from './io';
import { NodeFileStore } from './nodeFileStore';
import { trainingReporter } from './trainingReporter';
import { WrongUsage } from './wrongUsage';

const options = {
  out: { type: 'string', default: 'sine_model' },
  engine: { type: 'string', default: 'builtin' },
  seed: { type: 'string', default: String(sineProject.training.seed) },
  force: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const train: Subcommand = {
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const [what, ...rest] = positionals;
    if (what !== 'sine' || rest.length > 0) throw new WrongUsage(sentence('cli.train.onlySine'));
    if (values.out === '') throw new WrongUsage(sentence('cli.train.badOut'));
    const engine = engineName(values.engine);
    const seed = seedOf(values.seed);
    const started = performance.now();
    const trained = await trainSine(engine, seed, io);
    if (trained.stopped) return interrupted(trained, io);
    await save(trained.files, values.out, values.force, io);
    const seconds = (performance.now() - started) / 1000;
    io.stdout(values.json ? json(trained, seconds) : summary(trained, values.out, seconds, io));
    return 0;
  },
};

async function trainSine(engine: EngineName, seed: number, io: CliIo): Promise<TrainedProject> {
  // The worker stands beside the bundle of the terminal.
  const worker = startTrainingWorker(join(__dirname, 'workers', 'training.worker.js'));
  const report = trainingReporter(io);
  try {
    const project = { ...sineProject, training: { ...sineProject.training, seed } };
    const signal = io.signal ? { signal: io.signal } : {};
    return await trainProject(project, {
      engine,
      trainer: worker,
      onEvent: report.show,
      language: io.fileLanguage,
      ...signal,
    });
  } finally {
    report.end();
    await worker.dispose();
  }
}

async function save(files: Files, out: string, force: boolean, io: CliIo): Promise<void> {
  const store = new NodeFileStore(resolve(io.cwd, out), out);
  const outcome = await saveFiles(files, store, () => Promise.resolve(force ? 'overwrite' : 'cancel'));
  if (outcome.kind === 'saved' && outcome.kept.length === 0) return;
  const changed = outcome.kind === 'saved' ? outcome.kept : outcome.changed;
  throw problem('cli.train.changedFiles', { count: changed.length, folder: out, files: changed.join(', ') });
}

function interrupted({ models, convertedModel }: TrainedProject, io: CliIo): ExitCode {
  const { name = '', history } = models[convertedModel] ?? {};
  io.stderr(`${io.say(sentence('cli.train.interrupted', { name, epoch: history?.loss.length ?? 0 }))}\n`);
  return 130;
}

function engineName(name: string): EngineName {
  if (name === 'builtin' || name === 'tensorflow') return name;
  throw new WrongUsage(sentence('cli.train.badEngine', { name }));
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffffffff) return seed;
  throw new WrongUsage(sentence('cli.train.badSeed', { text }));
}

function json({ engine, models, files }: TrainedProject, seconds: number): string {
  const document = {
    engine,
    seconds,
    models: models.map(({ name, parameters, history, result }) => ({
      name,
      parameters,
      epochs: history.loss.length,
      testMse: result?.testMse,
      testMae: result?.testMae,
      seconds: result?.seconds,
    })),
    files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function summary(
  { models, converted, files }: TrainedProject,
  out: string,
  seconds: number,
  io: CliIo,
): string {
  const lines = [
    ...models.map(({ name, parameters, history, result }) =>
      sentence('cli.train.model', {
        name,
        parameters,
        epochs: history.loss.length,
        mse: result?.testMse ?? NaN,
        mae: result?.testMae ?? NaN,
      }),
    ),
    ...converted.map(({ path, bytes, testMse, testMae }) =>
      sentence('cli.train.converted', { path, bytes, mse: testMse, mae: testMae }),
    ),
    sentence('cli.train.done', { count: files.size, folder: out, seconds }),
  ];
  return lines.map((line) => `${io.say(line)}\n`).join('');
}
