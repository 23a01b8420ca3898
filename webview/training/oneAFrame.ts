/**
 * What comes in a bunch is taken one a frame, so that a curve that learns moves evenly: of two messages that a busy
 * machine delivers together, nobody would see the first.
 */

/** More would make the page lag behind; a hidden page has no frames at all. */
const mostWaiting = 3;

export class OneAFrame<Taken> {
  private readonly waiting: Taken[] = [];
  private isFrameTaken = false;

  constructor(
    private readonly take: (one: Taken) => void,
    private readonly inNextFrame: (call: () => void) => void,
  ) {}

  /** Takes it at once, or, after another one in this frame, in the next. */
  add(one: Taken): void {
    this.waiting.push(one);
    if (!this.isFrameTaken) this.takeFirst();
    while (this.waiting.length > mostWaiting) this.take(this.waiting.shift()!);
  }

  /** Takes what waits: something comes that must not overtake it. */
  flush(): void {
    for (const one of this.waiting.splice(0)) this.take(one);
  }

  private takeFirst(): void {
    const one = this.waiting.shift();
    if (one === undefined) return;
    this.take(one);
    // After the drawing that was just asked for: the next one is drawn in the frame after.
    this.isFrameTaken = true;
    this.inNextFrame(() => {
      this.isFrameTaken = false;
      this.takeFirst();
    });
  }
}
