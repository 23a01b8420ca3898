/** What a turn of the wheel asks of a chart: to zoom where it goes up or down, to move where it goes sideways. */
export interface WheelTurn {
  /** Below 1 shows less; 1 where the wheel goes sideways. */
  readonly factor: number;
  /** Of the width shown; 0 where the wheel goes up or down. */
  readonly share: number;
}

export interface WheelMove {
  readonly deltaX: number;
  readonly deltaY: number;
  /** As the DOM counts: 0 is pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
}

const notchPx = 100;
const notchFactor = 1.2;
/** A notch of a mouse is three lines; a finger on a trackpad sends many moves of a few pixels, and some devices hundreds at once. */
const pixelsOf = [1, notchPx / 3, notchPx] as const;
const mostNotches = 3;

export function wheelTurn({ deltaX, deltaY, deltaMode }: WheelMove, widthPx: number): WheelTurn {
  const pixels = pixelsOf[deltaMode] ?? 1;
  if (Math.abs(deltaX) > Math.abs(deltaY))
    return { factor: 1, share: (deltaX * pixels) / Math.max(1, widthPx) };
  const notches = Math.max(-mostNotches, Math.min(mostNotches, (deltaY * pixels) / notchPx));
  return { factor: notchFactor ** notches, share: 0 };
}
