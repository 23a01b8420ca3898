import { describe, expect, it } from 'vitest';
import { printStatements, statementOfLine, statementsOfSeries } from '../../../src/core/source/printFormats';
import { milliseconds } from '../../processorTime';

const sketch = `
void loop() {
  // printf("commented: %d\\n", 1);
  printf("x:%f,y:%f\\n", x, y);
  ESP_LOGI(TAG, "temp: %.2f C", temp);
  ESP_LOGW("net", "retry %d", n);
  Serial.print("aX:");
  Serial.print(ax, 3);
  Serial.print(F(",aY: "));
  Serial.println(ay);
  printf("%f,%f,%f\\n", a, b, c);
  Serial.println("hello; world");
  printf("100%% sure of "
         "%s\\n", what);
}
`;

function text(source: string, { start, end }: { start: number; end: number }): string {
  return source.slice(start, end);
}

describe('statements that print', () => {
  const statements = printStatements(sketch);

  it('finds calls and runs of calls, not comments', () => {
    expect(statements.map((one) => text(sketch, one).split('(')[0])).toEqual([
      'printf',
      'ESP_LOGI',
      'ESP_LOGW',
      'Serial.print',
      'printf',
      'Serial.println',
      'printf',
    ]);
    expect(statements.map(({ labels }) => labels)).toEqual([
      ['x', 'y'],
      ['temp'],
      [''],
      ['aX', 'aY'],
      ['', '', ''],
      [],
      [''],
    ]);
  });

  it('reads the formats of <inttypes.h>', () => {
    const [found] = printStatements('ESP_LOGI(TAG, "heap:%" PRIu32 ",ticks:%" PRId64 "\\n", heap, ticks);');
    expect(found?.labels).toEqual(['heap', 'ticks']);
    expect(statementOfLine(found ? [found] : [], 'heap:291840,ticks:-7')).toBe(found);
  });

  it('finds the statement of a series', () => {
    const of = (name: string, values?: number) =>
      statementsOfSeries(statements, name, values).map((one) => text(sketch, one).slice(0, 12));
    expect(of('y')).toEqual(['printf("x:%f']);
    expect(of('aY')).toEqual(['Serial.print']);
    expect(of('value 1', 3)).toEqual(['printf("%f,%']);
    expect(of('value 1', 2)).toEqual([]);
    expect(of('z')).toEqual([]);
  });

  it('takes an unlabelled format only where it is the only one', () => {
    const twice = printStatements('void f() { printf("%d,%d\\n", a, b); printf("%f,%f\\n", c, d); }');
    expect(twice).toHaveLength(2);
    expect(statementsOfSeries(twice, 'value 1', 2)).toEqual([]);
  });

  it('finds the statement of a line', () => {
    const of = (line: string) => {
      const found = statementOfLine(statements, line);
      return found && text(sketch, found).slice(0, 14);
    };
    expect(of('x:1.5,y:-2e3')).toBe('printf("x:%f,y');
    expect(of('temp: 21.40 C')).toBe('ESP_LOGI(TAG, ');
    expect(of('aX:0.001,aY: 3')).toBe('Serial.print("');
    expect(of('1,2,3')).toBe('printf("%f,%f,');
    expect(of('hello; world')).toBe('Serial.println');
    expect(of('100% sure of it')).toBe('printf("100%% ');
    expect(of('something else')).toBeUndefined();
    expect(of('')).toBeUndefined();
  });

  it('every line that a format can print is found again', () => {
    for (let seed = 1; seed < 500; seed++) {
      const value = Math.sin(seed) * 10 ** (seed % 9);
      const line = `x:${value},y:${-value}`;
      expect(statementOfLine(statements, line)?.labels).toEqual(['x', 'y']);
    }
  });

  it('is quick with hostile sources and lines', () => {
    const spent = milliseconds(() => {
      printStatements('printf("'.repeat(100_000));
      printStatements(`printf("${'%d,'.repeat(50_000)}\\n");`);
      const many = printStatements(`printf("${'%s a'.repeat(500)}b\\n", x);`);
      statementOfLine(many, ' a'.repeat(50_000));
      printStatements('Serial.print('.repeat(50_000));
    });
    expect(spent).toBeLessThan(2000);
  });
});
