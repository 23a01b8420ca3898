/** Owners of things that end: whatever is registered ends with its owner, last first. */
import type * as vscode from 'vscode';

export abstract class Disposable implements vscode.Disposable {
  private readonly registered: vscode.Disposable[] = [];
  private ended = false;

  get isDisposed(): boolean {
    return this.ended;
  }

  dispose(): void {
    if (this.ended) return;
    this.ended = true;
    for (const disposable of this.registered.splice(0).reverse()) disposable.dispose();
  }

  /** Write it around the line that creates the thing, so that nothing is forgotten. */
  protected register<T extends vscode.Disposable>(disposable: T): T {
    if (this.ended) disposable.dispose();
    else this.registered.push(disposable);
    return disposable;
  }
}

/** A slot whose old content ends when a new one takes its place. */
export class DisposableValue<T extends vscode.Disposable> extends Disposable {
  private current: T | undefined;

  get value(): T | undefined {
    return this.current;
  }

  set value(next: T | undefined) {
    if (next === this.current) return;
    this.current?.dispose();
    this.current = next;
  }

  override dispose(): void {
    super.dispose();
    this.value = undefined;
  }
}
