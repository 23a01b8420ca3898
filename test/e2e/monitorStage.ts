/** The monitor in a window beside a sketch, and a board on the network whose every line the test prints. */
import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { MonitorPage } from './monitorPage';
import { NetworkBoard } from './networkBoard';
import { VSCode } from './vscode';
import { Workspace } from './workspace';

const sketch = `#include <stdio.h>

void report(int code) {
  printf("motor fault %d, stopping\\n", code);
}

void loop(void) {
  printf("x:%f, y:%f\\n", read_x(), read_y());
}
`;

export class MonitorStage {
  readonly workspace = new Workspace();
  readonly board = new NetworkBoard();
  private opened: { readonly vscode: VSCode; readonly monitor: MonitorPage } | undefined;
  private row = 0;

  async open(): Promise<void> {
    writeFileSync(this.workspace.path('main.c'), sketch);
    const vscode = await VSCode.start({ folder: this.workspace.folder });
    this.opened = { vscode, monitor: new MonitorPage(vscode) };
    await this.board.listen();
  }

  async close(): Promise<void> {
    await this.opened?.vscode.close();
    this.board.close();
    this.workspace.remove();
  }

  get vscode(): VSCode {
    if (!this.opened) throw new Error('The window is not open.');
    return this.opened.vscode;
  }

  get monitor(): MonitorPage {
    if (!this.opened) throw new Error('The window is not open.');
    return this.opened.monitor;
  }

  /** The monitor reads the board; what was plotted before may still be there. */
  async connected(): Promise<void> {
    if (this.board.connections === 1) return;
    await this.monitor.openNetwork(this.board.port);
    await expect.poll(() => this.board.connections).toBe(1);
  }

  /** Prints points of a circle. */
  turn(rows: number): void {
    for (let count = 0; count < rows; count++) {
      const angle = this.row++ / 20;
      this.board.print(`x:${Math.cos(angle).toFixed(4)}, y:${Math.sin(angle).toFixed(4)}\n`);
    }
  }

  recordings(): readonly string[] {
    const files = [...this.workspace.files('recordings').keys()];
    return files.filter((name) => name.endsWith('.csv')).sort();
  }
}
