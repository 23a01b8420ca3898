/** Lines made from good ones by accidents: bytes changed, cut out, doubled, pieces of other lines put in, repeated. */

const ALPHABET = '0123456789.,;:=+-eExXnaifov \t>|§$()[]{}"\\\'_%°C\x1b[m\r\0\ufffdµ';

export function* fuzzedLines(seeds: readonly string[], count: number, seed: number): Generator<string> {
  let state = seed >>> 0;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (): string => seeds[random(seeds.length)] ?? '';
  for (let made = 0; made < count; made++) {
    let line = pick();
    for (let changes = 1 + random(6); changes > 0; changes--) line = changed(line, pick, random);
    yield line.slice(0, 4096);
  }
}

function changed(line: string, pick: () => string, random: (below: number) => number): string {
  const at = random(line.length + 1);
  const length = random(8);
  switch (random(7)) {
    case 0:
      return line.slice(0, at) + ALPHABET.charAt(random(ALPHABET.length)) + line.slice(at + 1);
    case 1:
      return line.slice(0, at) + line.slice(at + length);
    case 2:
      return line.slice(0, at + length) + line.slice(at);
    case 3:
      return line.slice(0, at) + pick() + line.slice(at);
    case 4:
      return (
        line.slice(0, at) + ALPHABET.charAt(random(ALPHABET.length)).repeat(1 + random(40)) + line.slice(at)
      );
    case 5:
      return line.slice(0, at) + String.fromCharCode(random(65536)) + line.slice(at);
    default:
      return random(50) === 0 && line !== '' ? line.repeat(Math.ceil(4096 / line.length)) : line;
  }
}
