import { describe, expect, it } from 'vitest';
import { projectJson } from '../../../src/core/project/projectJson';
import { readProject } from '../../../src/core/project/readProject';
import { sineProject } from '../../../src/core/project/sineProject';

const right = projectJson(sineProject);
const loss = '"loss": "mse"';

describe('a mistake in the syntax of tinyml.json', () => {
  it.each([
    [`${loss},`, loss, 'nn.jsonComma', '"batchSize"'],
    ['"epochs": 600', '"epochs": 600 600', 'nn.jsonComma', '600'],
    [loss, '"loss" "mse"', 'nn.jsonColon', '"mse"'],
    [loss, '"loss": ', 'nn.jsonValue', ','],
    [loss, '5: "mse"', 'nn.jsonName', '5'],
    [loss, 'loss: "mse"', 'nn.jsonSymbol', 'loss'],
    [loss, `"loss": 'mse'`, 'nn.jsonSymbol', `'mse'`],
    [loss, '"loss": .1', 'nn.jsonSymbol', '.1'],
    [loss, '"loss": 1.,', 'nn.jsonSymbol', '1.'],
    [loss, '"loss": \u001b[0m', 'nn.jsonSymbol', '\u001b'],
    [loss, '"loss": "mse', 'nn.jsonText', '"mse,'],
    [loss, '"loss": "m\\se"', 'nn.jsonEscape', '"m\\se"'],
    [loss, '"loss": "m\tse"', 'nn.jsonEscape', '"m\tse"'],
    [/\]\n\}\n$/, '}\n', 'nn.jsonBracket', '}'],
    [/\]\n\}\n$/, ']\n', 'nn.jsonBracket', ''],
    [/\}\n$/, '} /* mine', 'nn.jsonComment', '/* mine'],
    [/\}\n$/, '}\n{}\n', 'nn.jsonRest', '{'],
    [/"mse"[^]*/, '', 'nn.jsonEndsEarly', ''],
    [/: "mse"[^]*/, '', 'nn.jsonEndsEarly', ''],
    [/"batchSize"[^]*/, '', 'nn.jsonEndsEarly', ''],
  ])('%s made %j is told as %s, at its place and alone', (whole, wrong, id, found) => {
    const text = right.replace(whole, () => wrong);
    const reading = readProject(text);
    if (reading.kind === 'project') throw new Error('Nothing was complained of.');
    expect(
      reading.problems.map(({ said, offset, length }) => [said.id, text.slice(offset, offset + length)]),
    ).toEqual([[id, found]]);
  });

  it('names the bracket that was forgotten', () => {
    const told = (text: string): unknown => readProject(text);
    expect(told('{ "models": [1 }')).toMatchObject({ problems: [{ said: { args: { bracket: ']' } } }] });
    expect(told('{ "models": [1')).toMatchObject({ problems: [{ said: { args: { bracket: ']' } } }] });
    expect(told('{ "models": 1 ]')).toMatchObject({ problems: [{ said: { args: { bracket: '}' } } }] });
    expect(told('{ "models": 1')).toMatchObject({ problems: [{ said: { args: { bracket: '}' } } }] });
  });

  it('shows what was found as a terminal may print it', () => {
    const reading = readProject('{ "name": \u001b[31m }');
    expect(reading).toMatchObject({ problems: [{ said: { args: { found: '\uFFFD' } } }] });
  });

  it.each(['', ' \n', '// nothing\n', 'hello'])('%j is no project at all', (text) => {
    expect(readProject(text)).toMatchObject({ problems: [{ said: { id: 'nn.jsonNotAnObject' } }] });
  });
});
