import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { check } from '../../../src/cli/check';
import { inspect } from '../../../src/cli/inspect';
import type { CliIo, Subcommand } from '../../../src/cli/io';
import { WrongUsage } from '../../../src/cli/wrongUsage';
import { inspectJson } from '../../../src/core/inspect/json';
import { Problem } from '../../../src/core/problem';
import { languageFor } from '../../../l10n/languages';
import { formatSentence } from '../../../l10n/sentences';
import { describeShared, sharedPath } from '../../shared';

const folder = mkdtempSync(join(tmpdir(), 'tinyml-inspect-'));

async function run(subcommand: Subcommand, args: readonly string[], locale = 'en') {
  let stdout = '';
  let stderr = '';
  const { sentences, tag } = languageFor(locale);
  const io: CliIo = {
    stdin: Readable.from([]),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    say: (said) => formatSentence(said, sentences, tag),
    fileLanguage: languageFor('en'),
    cwd: folder,
  };
  const code = await subcommand.run(args, io);
  return { code, stdout, stderr };
}

const sound = () => sharedPath('models/hello_world_int8.tflite');
const hybrid = () => sharedPath('models/kws_ref_model_float32.tflite');

describeShared('the terminal', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints one JSON document of the model', async () => {
    const { code, stdout, stderr } = await run(inspect, [sound(), '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(inspectJson(readFileSync(sound())))));
  });

  it('says in both languages what a model is', async () => {
    expect((await run(inspect, [sound()])).stdout).toMatch(/^int8 model, 1 → 1, 2\.7 KB, 3 operators/);
    expect((await run(inspect, [sound()], 'zh-CN')).stdout).toMatch(/^int8 模型，1 → 1/);
  });

  it('passes a model that runs, and fails one that the board refuses', async () => {
    expect((await run(check, [sound()])).code).toBe(0);
    const failed = await run(check, [hybrid(), '--target', 'cortex-m4-cmsis-nn']);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('error TML003');
    expect(failed.stdout).toContain('Hybrid models are not supported on TFLite Micro.');
    const json = JSON.parse((await run(check, [hybrid(), '--json'])).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ target: 'cortex-m-ref', tflmCommit: '90b983c', passes: false });
  });

  it('checks the models that stand as arrays in C source, and says of each what is wrong', async () => {
    const elements = (path: string) => readFileSync(path).join();
    writeFileSync(
      join(folder, 'models.cc'),
      `const unsigned char good[] = {${elements(sound())}};\nunsigned int good_len = 2704;\n` +
        `alignas(16) const unsigned char bad[] = {${elements(hybrid())}};\nunsigned int bad_len = 1;\n`,
    );
    const { code, stdout } = await run(check, ['models.cc']);
    expect(code).toBe(1);
    const [good = '', bad = ''] = stdout.split('bad:\n');
    expect([...good.matchAll(/TML\d+/g)].map(String)).toEqual(['TML015']);
    expect(bad).toContain('error TML016');
    expect(bad).toContain('error TML003');
    const json = JSON.parse((await run(check, ['models.cc', '--json'])).stdout) as {
      readonly findings: readonly { readonly array?: string; readonly code: string }[];
    };
    expect(json.findings[0]).toMatchObject({ array: 'good', code: 'TML015' });
    writeFileSync(join(folder, 'none.h'), 'int lookup[] = {1, 2, 3};');
    const none = await run(check, ['none.h']);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('not a .tflite model')]);
  });

  it('shows what is left of a damaged file, and fails', async () => {
    writeFileSync(join(folder, 'cut.tflite'), readFileSync(sound()).subarray(0, 2000));
    for (const subcommand of [inspect, check]) {
      const { code, stderr } = await run(subcommand, ['cut.tflite']);
      expect(code).toBe(1);
      expect(stderr).not.toBe('');
    }
  });

  it('says what is wrong with the command line or the path', async () => {
    await expect(run(check, [])).rejects.toThrow(WrongUsage);
    await expect(run(check, [sound(), '--target', 'toaster'])).rejects.toThrow(WrongUsage);
    await expect(run(inspect, [sound(), '--target', 'x86-64-ref'])).rejects.toThrow(WrongUsage);
    await expect(run(inspect, [sound(), '--colour'])).rejects.toThrow(WrongUsage);
    await expect(run(inspect, ['absent.tflite'])).rejects.toThrow(Problem);
  });
});
