import { describe, expect, it } from 'vitest';
import { en } from '../../../l10n/en/index';
import type { ConsolePart, PlotView } from '../../../src/protocol/streamWorker';
import { ansiColour } from '../../../webview/monitor/ansiColour';
import { consoleStep } from '../../../webview/monitor/consoleKeys';
import { ConsoleBuffer, filtered, rowsMoved } from '../../../webview/monitor/consoleBuffer';
import { HexLines, type RawBytes } from '../../../webview/monitor/hexLines';
import { hexRows } from '../../../webview/monitor/hexRows';
import { alertRefusal } from '../../../webview/monitor/alertRefusal';
import { ticksPath } from '../../../webview/monitor/ticksPath';
import { parseLooks } from '../../../webview/monitor/seriesLook';
import {
  ViewControl,
  defaultWindow,
  windowChoices,
  windowKey,
  windowOf,
} from '../../../webview/monitor/viewControl';
import { visibleText } from '../../../webview/monitor/visibleText';
import { createWords } from '../../../webview/shared/words';

describe('the view', () => {
  const make = () => {
    const sent: PlotView[] = [];
    return { sent, view: new ViewControl(defaultWindow, (one) => sent.push(one)) };
  };

  it('is told once, and again when asked to', () => {
    const { sent, view } = make();
    view.setColumns(500);
    view.setColumns(500.2);
    expect(sent).toEqual([{ kind: 'follow', windowS: 10, columns: 500 }]);
    view.begin(undefined);
    expect(sent).toHaveLength(2);
  });

  it('begins anew where it stood still before', () => {
    const { sent, view } = make();
    view.begin({ min: 3, max: 8 });
    expect(view.isFollowing).toBe(false);
    expect(view.rangeOf({ fromS: 90, toS: 100 })).toEqual({ min: 3, max: 8 });
    expect(sent).toEqual([{ kind: 'fixed', fromS: 3, toS: 8, columns: 800 }]);
    view.follow();
    expect(view.isFollowing).toBe(true);
  });

  it('goes on from where it was asked to be, while the picture of it is on the way', () => {
    const { view } = make();
    const lastPicture = { fromS: 40, toS: 50 };
    for (let step = 0; step < 3; step++) view.pan(view.rangeOf(lastPicture), -0.1, 100);
    expect(view.rangeOf(lastPicture).min).toBeCloseTo(37, 9);
    expect(view.rangeOf(lastPicture).max).toBeCloseTo(47, 9);
  });

  it('grows from the left while the stream is younger than the window', () => {
    const { view } = make();
    expect(view.rangeOf({ fromS: -7, toS: 3 })).toEqual({ min: 0, max: 10 });
    expect(view.rangeOf({ fromS: 7, toS: 17 })).toEqual({ min: 7, max: 17 });
  });

  it('pausing stands still on what is shown; following goes on with the same window', () => {
    const { sent, view } = make();
    view.setWindow({ kind: 'rows', rows: 200 });
    view.freeze({ min: 3, max: 8 });
    expect(view.isFollowing).toBe(false);
    expect(sent.at(-1)).toEqual({ kind: 'fixed', fromS: 3, toS: 8, columns: 800 });
    view.follow();
    expect(sent.at(-1)).toEqual({ kind: 'followRows', rows: 200, columns: 800 });
  });

  it('a zoom keeps the moment under the pointer where it is', () => {
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      for (const factor of [0.5, 1 / 1.2, 1.2]) {
        const { view } = make();
        const shown = { min: 40, max: 50 };
        const centre = shown.min + share * 10;
        view.zoom(shown, factor, centre, 100);
        const { view: now } = view;
        if (now.kind !== 'fixed') throw new Error('The view must stand still.');
        expect((centre - now.fromS) / (now.toS - now.fromS)).toBeCloseTo(share, 9);
        expect(now.toS - now.fromS).toBeCloseTo(10 * factor, 9);
      }
    }
  });

  it('moving stays between the first and the newest moment', () => {
    const { view } = make();
    view.pan({ min: 2, max: 12 }, -5, 100);
    expect(view.view).toMatchObject({ fromS: 0, toS: 10 });
    view.pan({ min: 85, max: 95 }, 5, 100);
    expect(view.view).toMatchObject({ fromS: 90, toS: 100 });
  });

  it('every window is found again by its key; another key is the default', () => {
    for (const choice of windowChoices) expect(windowOf(windowKey(choice))).toBe(choice);
    for (const key of [undefined, 's11', 7]) expect(windowOf(key)).toBe(defaultWindow);
  });
});

describe('the console', () => {
  const part = (firstLine: number, count: number): ConsolePart => ({
    firstLine,
    lines: Array.from({ length: count }, (_, index) => ({
      text: `line ${firstLine + index}`,
      arrivalMs: 0,
      fate: 'text' as const,
    })),
    pending: '',
  });

  it('has every line once, in order, however parts overlap, and says what was left out', () => {
    const buffer = new ConsoleBuffer();
    for (const [first, count] of [
      [0, 5],
      [3, 4],
      [10, 2],
      [10, 2],
    ] as const) {
      buffer.take(part(first, count));
    }
    const texts = buffer.entries.map((entry) =>
      entry.kind === 'line' ? entry.number : `gap ${entry.lines}`,
    );
    expect(texts).toEqual([0, 1, 2, 3, 4, 5, 6, 'gap 3', 10, 11]);
  });

  it('has the lines from before the page, also where the newest ones come first', () => {
    const buffer = new ConsoleBuffer();
    buffer.take(part(800, 200));
    buffer.take(part(0, 1010));
    buffer.take(part(1010, 5));
    expect(buffer.entries.map(({ number }) => number)).toEqual(Array.from({ length: 1015 }, (_, at) => at));
  });

  it('stays where a person reads, when lines go or come before those', () => {
    const buffer = new ConsoleBuffer();
    buffer.take(part(100, 50));
    const before = buffer.entries;
    buffer.take(part(0, 100));
    expect(rowsMoved(before, buffer.entries, 7)).toBe(100);
    expect(rowsMoved(buffer.entries, before, 107)).toBe(-100);
    expect(rowsMoved(buffer.entries, before, 30)).toBe(-30);
    expect(rowsMoved(before, before, 7)).toBe(0);
    expect(rowsMoved([], before, 0)).toBe(0);
  });

  it('shows no bytes that came after they were switched off', async () => {
    const answers: ((bytes: RawBytes) => void)[] = [];
    const hex = new HexLines(
      () => new Promise((answer) => answers.push(answer)),
      () => undefined,
    );
    const answer = async (): Promise<void> => {
      answers.at(-1)?.({ offset: 0, bytes: Uint8Array.of(0x41) });
      await Promise.resolve();
      await Promise.resolve();
    };
    hex.toggle();
    await answer();
    expect(hex.rows).toHaveLength(1);
    hex.toggle();
    hex.toggle();
    hex.toggle();
    await answer();
    expect(hex.rows).toBeUndefined();
  });

  it('stays bounded', () => {
    const buffer = new ConsoleBuffer();
    for (let first = 0; first < 100_000; first += 1000) buffer.take(part(first, 1000));
    expect(buffer.entries.length).toBeLessThanOrEqual(12_000);
    expect(buffer.entries.at(-1)).toMatchObject({ number: 99_999 });
  });

  it('is walked by keys from the last line in sight, and never left', () => {
    const stand = { from: -1, lastSeen: 41, rowsSeen: 10, count: 60 };
    for (const key of ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])
      expect(consoleStep(key, stand)).toBe(41);
    const goes = (from: number, key: string): number | undefined => consoleStep(key, { ...stand, from });
    expect(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].map((key) => goes(30, key))).toEqual([
      29, 31, 20, 40,
    ]);
    expect([goes(0, 'ArrowUp'), goes(3, 'PageUp'), goes(30, 'Home')]).toEqual([0, 0, 0]);
    expect([goes(59, 'ArrowDown'), goes(55, 'PageDown'), goes(30, 'End')]).toEqual([59, 59, 59]);
    expect(goes(30, 'a')).toBeUndefined();
  });

  it('filters by text in any case', () => {
    const buffer = new ConsoleBuffer();
    buffer.take(part(0, 20));
    expect(filtered(buffer.entries, 'LINE 1')).toHaveLength(11);
    expect(filtered(buffer.entries, '')).toHaveLength(20);
    expect(filtered(buffer.entries, '.*')).toHaveLength(0);
  });
});

describe('text from a device', () => {
  it('has nothing left that acts', () => {
    for (let code = 0; code < 0x3000; code++) {
      const shown = visibleText(String.fromCharCode(code));
      if (code !== 9) expect(shown, code.toString(16)).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    }
    expect(visibleText('<b>1,2\t温度</b>')).toBe('<b>1,2\t温度</b>');
  });

  it('as bytes: each stands in its place, whatever the offset', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, index) => (index * 37) % 256);
    for (const offset of [0, 1, 15, 16, 17, 1000]) {
      const rows = hexRows(bytes, offset);
      const found = rows.flatMap(({ text }) => text.slice(10, 60).trim().split(/\s+/));
      expect(found.map((cell) => parseInt(cell, 16))).toEqual([...bytes]);
      for (const row of rows) expect(row.offset % 16).toBe(0);
    }
  });
});

describe('colours', () => {
  it('all 256 of a terminal are CSS colours', () => {
    for (let index = 0; index < 256; index++) {
      expect(ansiColour(index)).toMatch(
        /^(var\(--vscode-terminal-ansi\w+, #[0-9a-f]{6}\)|rgb\(\d+, \d+, \d+\))$/,
      );
    }
    expect(ansiColour(196)).toBe('rgb(255, 0, 0)');
    expect(ansiColour(21)).toBe('rgb(0, 0, 255)');
  });

  it('what the page remembers is checked before it is used', () => {
    const kept = JSON.stringify({
      a: { colour: '#12ab9F', unit: 'V', hidden: true },
      b: { colour: 'url(x)' },
      c: 3,
    });
    expect(parseLooks(kept)).toEqual({ a: { colour: '#12ab9F', unit: 'V', hidden: true }, b: {}, c: {} });
    expect(parseLooks(undefined)).toEqual({});
    expect(parseLooks('[]')).toEqual({});
  });
});

describe('a value of the board', () => {
  it('is shown as precisely as a 32-bit float holds it', () => {
    const { measured, measure } = createWords(en, 'en');
    expect([101325.4, 52.52437, 1013.25, -0.5358, 7, 1e-7].map(measured)).toEqual([
      '101,325.4',
      '52.52437',
      '1,013.25',
      '-0.5358',
      '7',
      '1e-7',
    ]);
    expect([101325.4, 1, 0.25].map(measure)).toEqual(['101,325.4', '1.000', '0.2500']);
    expect([measured(-0), measure(-0), measured(Number.NaN)]).toEqual(['0', '0', '–']);
  });
});

describe('an alert', () => {
  it('is refused, with the reason, where it could never fire or not be watched for', () => {
    const level = { kind: 'level', series: 'x', direction: 'above', level: 1 } as const;
    expect(alertRefusal(level)).toBeUndefined();
    expect(alertRefusal({ ...level, series: '' })?.id).toBe('monitor.noSeries');
    expect(alertRefusal({ ...level, level: Number.NaN })?.id).toBe('monitor.alertNoLevel');
    expect(alertRefusal({ kind: 'silence', seconds: 0 })?.id).toBe('monitor.alertNoSeconds');
    expect(alertRefusal({ kind: 'text', pattern: 'ERR|panic' })).toBeUndefined();
    expect(alertRefusal({ kind: 'text', pattern: '' })?.id).toBe('monitor.alertNoPattern');
    expect(alertRefusal({ kind: 'text', pattern: '(' })?.id).toBe('stream.patternSyntax');
    expect(alertRefusal({ kind: 'text', pattern: '(a+)+b' })?.id).toBe('stream.patternTooSlow');
  });
});

describe('values that are no finite numbers', () => {
  it('are ticks at the foot of the plot, one per pixel, inside the axes', () => {
    const chart = {
      area: { left: 10, right: 110, top: 5, bottom: 95 },
      pixelAtX: (x: number) => 10 + x * 10,
    };
    const series = [{ notFinite: [-1, 0, 2, 2.01] }, { notFinite: [2, 10, 10.2] }];
    expect(ticksPath(series, chart)).toBe('M10 95v-8M30 95v-8M110 95v-8');
  });
});
