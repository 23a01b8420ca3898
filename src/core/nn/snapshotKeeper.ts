/**
 * Chooses the moments of a training that are kept, in bounded memory and without knowing how it will end.
 *
 * Every epoch is kept until there are `mostSnapshots`. From then on each new one drives out the one that is missed least:
 * that for which the step from the moment before it to the moment after it is shortest. A step is as long as the curve
 * moves in it (root mean square over the points, in standard deviations of the targets) plus its share of all epochs: so
 * snapshots are dense where the curve changes, and nowhere far apart. The first and the newest are never driven out.
 */
import { DenseNetwork } from './denseNetwork';
import { fitSnapshots, type FitMoment, type FitSnapshots } from './fitSnapshots';
import { parameterCount, type ModelDescription, type ModelWeights } from './model';

/** Five seconds at 36 pictures a second. */
export const mostSnapshots = 180;

/** Of larger networks only the curve is kept: 180 times 2000 floats are 1.4 MB. */
const mostWeights = 2000;

export interface SnapshotOptions {
  /** As asked for; more than one. */
  readonly epochs: number;
  /** Standard deviation of the targets: the unit in which the curve's moves are measured. */
  readonly spread: number;
}

interface Kept extends FitMoment {
  /** Length of the step that would remain without it. Infinite for the first and the newest. */
  missed: number;
}

export class SnapshotKeeper {
  private readonly network: DenseNetwork;
  private readonly points: number;
  private readonly keepsWeights: boolean;
  private readonly kept: Kept[] = [];
  /** Arrays of what was driven out, to be written again: a long training leaves no garbage. */
  private spare: Pick<Kept, 'outputs' | 'weights'> | undefined;

  /** @param inputs [points, inputSize]: where the network is asked */
  constructor(
    model: ModelDescription,
    inputs: Float32Array,
    private readonly options: SnapshotOptions,
  ) {
    this.points = inputs.length / model.inputSize;
    this.network = new DenseNetwork(model, this.points);
    this.network.inputs.set(inputs);
    this.keepsWeights = parameterCount(model) <= mostWeights;
  }

  /** Epochs must ascend. `weights` are read now, and not kept. */
  add(epoch: number, weights: ModelWeights): void {
    const before = this.kept.length - 1;
    this.kept.push(this.moment(epoch, weights));
    this.measure(before);
    if (this.kept.length > mostSnapshots) this.driveOut();
  }

  /** Keeps this epoch too, in its place among the others: the one whose weights the training ended with. */
  insert(epoch: number, weights: ModelWeights): void {
    const at = this.kept.findIndex((one) => one.epoch >= epoch);
    if (this.kept[at]?.epoch === epoch) return;
    this.kept.splice(at < 0 ? this.kept.length : at, 0, this.moment(epoch, weights));
  }

  /** The newest, its arrays valid until the next `add`. */
  get newest(): FitMoment | undefined {
    const kept = this.kept.at(-1);
    if (!kept) return undefined;
    const { epoch, outputs, weights } = kept;
    return { epoch, outputs, ...(weights && { weights }) };
  }

  get snapshots(): FitSnapshots {
    return fitSnapshots(this.kept);
  }

  private moment(epoch: number, weights: ModelWeights): Kept {
    const { network, points, spare } = this;
    network.setWeights(weights);
    network.forward(points);
    const outputs = spare?.outputs ?? new Float32Array(network.outputs.length);
    outputs.set(network.outputs);
    this.spare = undefined;
    if (!this.keepsWeights) return { epoch, outputs, missed: Infinity };
    const parameters = spare?.weights ?? new Float32Array(network.parameters.length);
    parameters.set(network.parameters);
    return { epoch, outputs, weights: parameters, missed: Infinity };
  }

  private driveOut(): void {
    let least = 1;
    for (let at = 2; at < this.kept.length - 1; at++) {
      if (this.kept[at]!.missed < this.kept[least]!.missed) least = at;
    }
    [this.spare] = this.kept.splice(least, 1);
    this.measure(least - 1);
    this.measure(least);
  }

  private measure(at: number): void {
    const [before, one, after] = [this.kept[at - 1], this.kept[at], this.kept[at + 1]];
    if (before && one && after) one.missed = this.step(before, after);
  }

  private step(from: FitMoment, to: FitMoment): number {
    let squares = 0;
    for (let at = 0; at < from.outputs.length; at++) squares += (to.outputs[at]! - from.outputs[at]!) ** 2;
    const moved = Math.sqrt(squares / Math.max(1, from.outputs.length));
    return moved / this.options.spread + (to.epoch - from.epoch) / this.options.epochs;
  }
}
