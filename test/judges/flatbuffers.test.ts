import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyModel } from '../../src/core/tflite/verify/verifyModel';
import { hasShared, sharedPath } from '../shared';
import {
  everyByteAndBit,
  everyTruncation,
  mutated,
  randomMutations,
  type Mutation,
} from '../unit/tflite/mutations';
import { compileAndRun, describeCpp } from './cppCompiler';

function hasFlatc(): boolean {
  try {
    execFileSync('flatc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI === 'true' && process.platform !== 'win32') {
      throw new Error(
        'flatc is not installed: on Debian, apt-get install flatbuffers-compiler libflatbuffers-dev',
      );
    }
    console.log('Skipped: the verifier of FlatBuffers itself, since flatc is not installed.');
    return false;
  }
}

const schema = fileURLToPath(new URL('../../schemas/tflite.fbs', import.meta.url));
const driver = fileURLToPath(new URL('flatbuffersVerify.cc', import.meta.url));

/** The C++ header that Debian's flatc makes of our schema. */
function generatedHeader(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-flatc-'));
  try {
    execFileSync('flatc', ['--cpp', '-o', folder, schema]);
    // Warnings in generated code are not ours to cure.
    return `#pragma GCC system_header\n${readFileSync(join(folder, 'tflite_generated.h'), 'utf8')}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}

interface Case {
  readonly name: string;
  readonly sound: Uint8Array;
  readonly mutations: readonly Mutation[];
}

function driverInput(cases: readonly Case[]): Buffer {
  return Buffer.concat(
    cases.flatMap(({ sound, mutations }) => [
      words([sound.length]),
      sound,
      words([mutations.length]),
      ...mutations.map(({ length, edits }) => words([length, edits.length, ...edits.flat()])),
    ]),
  );
}

function cases(): Case[] {
  const load = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(sharedPath(`models/${name}.tflite`)));
  const hello = load('hello_world_int8');
  const randomly = ['kws_ref_model', 'person_detect', 'micro_speech_quantized', 'trained_lstm_int8'];
  return [
    { name: 'every byte and bit of hello_world_int8', sound: hello, mutations: [...everyByteAndBit(hello)] },
    { name: 'every truncation of hello_world_int8', sound: hello, mutations: [...everyTruncation(hello)] },
    ...randomly.map((name, seed) => {
      const sound = load(name);
      return {
        name: `5000 random changes of ${name}`,
        sound,
        mutations: [...randomMutations(sound, 5000, seed)],
      };
    }),
  ];
}

describeCpp('the verifier that flatc makes from our schema', () => {
  it.skipIf(!hasShared || !hasFlatc())('rejects nothing that ours accepts', () => {
    const all = cases();
    const files = { 'tflite_generated.h': generatedHeader(), 'main.cc': readFileSync(driver, 'utf8') };
    const verdicts = compileAndRun(files, driverInput(all)).toString('ascii');
    expect(verdicts).toHaveLength(all.reduce((sum, { mutations }) => sum + mutations.length, 0));

    let next = 0;
    for (const { name, sound, mutations } of all) {
      const missed: Mutation[] = [];
      const count = { theirs: 0, ours: 0 };
      for (const mutation of mutations) {
        const isSound = verdicts[next++] === '1';
        const verified = verifyModel(mutated(sound, mutation));
        if (!isSound) count.theirs++;
        if (!verified.ok) count.ours++;
        if (!isSound && verified.ok) missed.push(mutation);
      }
      console.log(`${name}: ${mutations.length} files, C++ rejects ${count.theirs}, ours ${count.ours}`);
      expect(count.theirs).toBeGreaterThan(0);
      expect(missed).toEqual([]);
    }
  });
});
