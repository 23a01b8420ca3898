import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/index';
import { subcommands } from '../../../src/cli/subcommands';

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The terminal without its process: no bundle, no worker, nothing on the disk. */
async function tinyml(args: readonly string[], locale = 'en'): Promise<Said> {
  let stdout = '';
  let stderr = '';
  const code = await runCli(args, {
    stdin: Readable.from([]),
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    cwd: '.',
    locale,
    version: '1.2.3',
  });
  return { code, stdout, stderr };
}

describe('tinyml', () => {
  it.each([
    [[]],
    [['unknown']],
    [['constructor']],
    [['train']],
    [['train', 'sine', 'twice']],
    [['train', 'sine', '--out', '']],
    [['train', 'sine', '--out']],
    [['train', 'sine', '--seed', '-1']],
    [['train', 'sine', '--seed', '1.5']],
    [['train', 'sine', '--seed', '4294967296']],
    [['train', 'sine', '--engine', 'abacus']],
    [['train', 'sine', '--unknown']],
    [['run']],
    [['verify', 'a', 'b']],
  ])('takes %j for wrong usage', async (args) => {
    const { code, stdout, stderr } = await tinyml(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/tinyml/);
  });

  it('speaks the language of the system, or the one asked for, before or after the subcommand', async () => {
    const chinese = /找不到文件 nowhere/;
    expect((await tinyml(['verify', 'nowhere'], 'zh-CN')).stderr).toMatch(chinese);
    expect((await tinyml(['--lang', 'zh-cn', 'verify', 'nowhere'])).stderr).toMatch(chinese);
    expect((await tinyml(['verify', 'nowhere', '--lang=zh-cn'])).stderr).toMatch(chinese);
    expect((await tinyml(['verify', 'nowhere', '--lang', 'en'], 'zh-CN')).stderr).toMatch(
      /There is no file nowhere/,
    );
  });

  it.each([
    [['train', 'sine', '--unknown'], 'There is no option --unknown.', '没有选项 --unknown。'],
    [['train', 'sine', '-x'], 'There is no option -x.', '没有选项 -x。'],
    [['train', 'sine', '--constructor'], 'There is no option --constructor.', '没有选项 --constructor。'],
    [['train', 'sine', '--out'], '--out wants a value after it.', '--out 后面需要一个值。'],
    [['train', 'sine', '--seed', '-1'], 'write --seed=-1.', '请写成 --seed=-1。'],
    [['train', 'sine', '--json=yes'], '--json takes no value.', '--json 不带值。'],
  ])('names the option that it cannot take, in either language: %j', async (args, english, chinese) => {
    expect((await tinyml(args)).stderr).toContain(english);
    const { code, stderr } = await tinyml([...args, '--lang', 'zh-cn']);
    expect(code).toBe(2);
    expect(stderr).toContain(chinese);
    expect(stderr.replace(/`[^`]*`/g, '')).not.toMatch(/option|argument/i);
  });

  it('says its version and what each subcommand does', async () => {
    expect(await tinyml(['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
    const overview = await tinyml(['--help']);
    expect(overview).toMatchObject({ code: 0, stderr: '' });
    for (const [name, { syntax }] of Object.entries(subcommands)) {
      expect(overview.stdout).toContain(`  ${syntax}\n`);
      expect(syntax).not.toContain('  ');
      const help = await tinyml([name, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`tinyml ${syntax}\n`);
    }
  });

  it('loads every subcommand of the table', async () => {
    for (const { load } of Object.values(subcommands)) expect(await load()).toHaveProperty('run');
  });
});
