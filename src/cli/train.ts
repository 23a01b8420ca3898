/** `tinyml train sine` and `tinyml train FILE`: headless; the same files, byte for byte, as the palette commands. */
import { createReadStream } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readCsvSamples, type CsvSamples } from '../core/data/csvSamples';
import { problem } from '../core/problem';
import type { CsvSource, Project } from '../core/project/project';
import { readProject } from '../core/project/readProject';
import { sineProject } from '../core/project/sineProject';
import { costSentence, isCostly, trainingCost } from '../core/project/trainingCost';
import { resultsFolder, resultsOf } from '../jobs/projectFiles';
import { saveFiles, type Files } from '../jobs/saveFiles';
import type { EngineName, TrainedProject } from '../protocol/trainingWorker';
import { startTrainingWorker } from '../workers/trainingClient';
import { sentence } from '../../l10n/sentences';
import { readArguments } from './arguments';
import type { CliIo, ExitCode, Subcommand } from './io';
import { NodeFileStore } from './nodeFileStore';
import { readInput } from './readInput';
import { isSystemError } from './systemError';
import { trainingReporter } from './trainingReporter';
import { WrongUsage } from './wrongUsage';

const options = {
  out: { type: 'string' },
  engine: { type: 'string', default: 'builtin' },
  'tensorflow-path': { type: 'string' },
  seed: { type: 'string' },
  force: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const train: Subcommand = {
  async run(args, io) {
    const { values, positionals } = readArguments(args, options);
    const [what, ...rest] = positionals;
    if (what === undefined || rest.length > 0) throw new WrongUsage(sentence('cli.train.onlySine'));
    if (values.out === '') throw new WrongUsage(sentence('cli.train.badOut'));
    const chosen = chosenEngine(values.engine, values['tensorflow-path'], io);
    const seed = values.seed === undefined ? undefined : seedOf(values.seed);
    const started = performance.now();
    const asked = what === 'sine' ? tutorial : await projectOf(what, io);
    if (!asked) return 1;
    const { training } = asked.project;
    const project = { ...asked.project, training: { ...training, seed: seed ?? training.seed } };
    const out = values.out ?? asked.out;
    if (!values.yes) requireCheap(project, asked.table, io);
    const trained = await trainIt({ ...asked, project }, chosen, io);
    if (trained.notice) io.stderr(`${trained.notice.map((said) => io.say(said)).join(' ')}\n`);
    if (trained.stopped) return interrupted(trained, io);
    await save(asked.keepsProjectFile ? trained.files : resultsOf(trained.files), out, values.force, io);
    const seconds = (performance.now() - started) / 1000;
    io.stdout(values.json ? json(trained, seconds) : summary(trained, out, seconds, io));
    return 0;
  },
};

interface Asked {
  readonly project: Project;
  /** Where results go unless `--out` says otherwise. */
  readonly out: string;
  /** Of a file, the project is there already. */
  readonly keepsProjectFile: boolean;
  readonly table?: CsvSamples;
}

const tutorial: Asked = { project: sineProject, out: 'sine_model', keepsProjectFile: true };

/** Undefined when the file is no project: its problems have been written to stderr, one a line. */
async function projectOf(file: string, io: CliIo): Promise<Asked | undefined> {
  const reading = readProject(new TextDecoder().decode(await readInput(file, io)));
  if (reading.kind === 'problems') {
    for (const { line, column, said } of reading.problems) {
      io.stderr(`${io.say(sentence('project.problem', { file, line, column, what: io.say(said) }))}\n`);
    }
    return undefined;
  }
  const { project } = reading;
  const folder = dirname(file);
  const out = join(folder, ...resultsFolder(project, basename(dirname(resolve(io.cwd, file)))));
  const table = project.data.source === 'csv' ? await readTable(folder, project.data, io) : undefined;
  return { project, out, keepsProjectFile: false, ...(table && { table }) };
}

/** The file is read piece by piece: it may be much larger than what is used of it. */
async function readTable(folder: string, source: CsvSource, io: CliIo): Promise<CsvSamples> {
  const file = join(folder, source.file);
  const pieces = createReadStream(resolve(io.cwd, file), { highWaterMark: 256 * 1024 });
  const report = trainingReporter(io);
  try {
    return await readCsvSamples(pieces, { ...source, file }, (rows) => report.showRows(file, rows));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw problem('project.csv.absent', { file });
    throw problem('project.csv.unreadable', { file, detail: error.message });
  } finally {
    report.end();
    pieces.destroy();
  }
}

/** Nobody starts an hour by a slip of the finger. @throws Problem that says the size and the time */
function requireCheap(project: Project, table: CsvSamples | undefined, io: CliIo): void {
  const cost = trainingCost(
    project,
    project.data.source === 'sine' ? project.data.samples : (table?.rows ?? 0),
  );
  if (isCostly(cost)) throw problem('cli.train.costly', { cost: io.say(costSentence(cost)) });
}

async function trainIt({ project, table }: Asked, chosen: ChosenEngine, io: CliIo): Promise<TrainedProject> {
  // The worker stands beside the bundle of the terminal.
  const worker = startTrainingWorker(join(__dirname, 'workers', 'training.worker.js'));
  const report = trainingReporter(io);
  try {
    return await worker.train(
      { project, ...chosen, locale: io.fileLanguage.tag, ...(table && { table }) },
      { onEvent: report.show, ...(io.signal && { signal: io.signal }) },
    );
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

interface ChosenEngine {
  readonly engine: EngineName;
  readonly tensorflowPath?: string;
}

/** The option goes before the environment, as everywhere. */
function chosenEngine(name: string, option: string | undefined, { cwd }: CliIo): ChosenEngine {
  const engine = engineName(name);
  // Read by TensorFlow's own C++ code, which otherwise talks on stderr.
  if (engine === 'tensorflow') process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const path = option ?? process.env.TINYML_TENSORFLOW_PATH ?? '';
  return path === '' ? { engine } : { engine, tensorflowPath: resolve(cwd, path) };
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

function json({ engine, library, models, files }: TrainedProject, seconds: number): string {
  const document = {
    engine,
    library,
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
