/** Terminal colours as CSS: the first sixteen are those of the theme's terminal, the others as xterm defines them. */
import type { AnsiColor, AnsiStyle } from '../../src/core/stream/ansi';

const themeNames = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'] as const;
const plain = [
  '#000000',
  '#cd3131',
  '#0dbc79',
  '#a5a500',
  '#2472c8',
  '#bc3fbc',
  '#11a8cd',
  '#808080',
] as const;
const cubeLevels = [0, 95, 135, 175, 215, 255] as const;

export function ansiColour(colour: AnsiColor): string {
  if (typeof colour === 'string') return colour;
  if (colour < 16) {
    const name = themeNames[colour % 8] ?? 'White';
    const bright = colour >= 8 ? 'Bright' : '';
    return `var(--vscode-terminal-ansi${bright}${name}, ${plain[colour % 8] ?? '#808080'})`;
  }
  if (colour >= 232) {
    const grey = 8 + (colour - 232) * 10;
    return `rgb(${grey}, ${grey}, ${grey})`;
  }
  const index = colour - 16;
  const level = (step: number): number => cubeLevels[step] ?? 0;
  return `rgb(${level(Math.floor(index / 36))}, ${level(Math.floor(index / 6) % 6)}, ${level(index % 6)})`;
}

export function ansiClass(style: AnsiStyle): string {
  return (['bold', 'dim', 'italic', 'underline'] as const).filter((name) => style[name]).join(' ');
}
