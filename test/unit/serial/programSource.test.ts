/** A program prints on two streams; whoever reads them as one must find no line that neither of them has. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_LINE_BYTES } from '../../../src/core/stream/lineSplitter';
import { hostClock } from '../../../src/serial/clock';
import { holdLimitMs, LineHolder } from '../../../src/serial/lineHolder';
import { ProgramSource } from '../../../src/serial/programSource';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Two streams that come out as one text. */
function twoStreams() {
  const seen = { text: '' };
  const holder = (): LineHolder =>
    new LineHolder(hostClock, (some) => (seen.text += new TextDecoder().decode(some)));
  return { seen, output: holder(), errors: holder() };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('two streams of lines', () => {
  const printed = '1,2\n\n3,4\r\n5,6\n';
  const warned = 'low battery\nno sensor\n';
  const cuts = (text: string): readonly number[] => Array.from({ length: text.length + 1 }, (_, at) => at);

  it('come out with every line whole and in its order, however each of them is cut', () => {
    for (const first of cuts(printed)) {
      for (const second of cuts(warned)) {
        const { seen, output, errors } = twoStreams();
        output.push(bytes(printed.slice(0, first)));
        errors.push(bytes(warned.slice(0, second)));
        output.push(bytes(printed.slice(first)));
        errors.push(bytes(warned.slice(second)));
        const lines = seen.text.split('\n');
        const isWarning = (line: string): boolean => /[a-z]/.test(line);
        const ofOutput = lines.filter((line) => !isWarning(line)).join('\n');
        expect(ofOutput, `cut at ${first} and ${second}`).toBe(printed);
        expect(lines.filter(isWarning).map((line) => `${line}\n`)).toEqual(['low battery\n', 'no sensor\n']);
      }
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it('come out with every line whole when they come byte by byte', () => {
    const { seen, output, errors } = twoStreams();
    for (let at = 0; at < warned.length; at++) {
      output.push(bytes(printed.charAt(at)));
      errors.push(bytes(warned.charAt(at)));
    }
    expect(seen.text.split('\n').sort()).toEqual(`${printed}${warned}`.split('\n').sort());
  });

  it('show a prompt without a newline soon, and the end of a text at its end', () => {
    const { seen, output, errors } = twoStreams();
    output.push(bytes('na'));
    vi.advanceTimersByTime(holdLimitMs - 1);
    output.push(bytes('me? '));
    expect(seen.text).toBe('');
    vi.advanceTimersByTime(1);
    expect(seen.text).toBe('name? ');
    errors.push(bytes('bye'));
    errors.flush();
    expect(seen.text).toBe('name? bye');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hold no more than a line may have, and lose nothing of a flood without a newline', () => {
    const { seen, output } = twoStreams();
    const piece = 'x'.repeat(1000);
    let most = 0;
    for (let count = 1; count <= 1000; count++) {
      output.push(bytes(piece));
      most = Math.max(most, count * piece.length - seen.text.length);
    }
    expect(most).toBeLessThanOrEqual(MAX_LINE_BYTES);
    output.flush();
    expect(seen.text).toBe(piece.repeat(1000));
  });
});

describe.runIf(process.platform !== 'win32')('a program', () => {
  const open = async (script: string) => {
    const source = new ProgramSource({ kind: 'program', command: 'sh', args: ['-c', script], cwd: '/' });
    const seen = { text: '' };
    source.onData((some) => (seen.text += new TextDecoder().decode(some)));
    const ended = new Promise<void>((end) => source.onClose(() => end()));
    await source.open();
    return { source, seen, ended };
  };

  it('that warns in the midst of a line has its line, its warning, and its last words', async () => {
    const { seen, ended } = await open(
      `printf 1,; sleep 0.1; echo warning >&2; sleep 0.1; echo 2; printf 'the end'`,
    );
    await ended;
    expect(seen.text).toBe('warning\n1,2\nthe end');
  });

  it('that is closed leaves no timer behind', async () => {
    const { source, seen } = await open(
      `echo ready; trap 'printf last; exit' TERM; printf more; sleep 9 & wait`,
    );
    await vi.waitFor(() => expect(seen.text).toBe('ready\n'));
    await source.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(seen.text).toBe('ready\n');
  });
});
