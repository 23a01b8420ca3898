import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { projectJson } from '../../src/core/project/projectJson';
import { sineProject } from '../../src/core/project/sineProject';
import { describeVSCode, themes, VSCode } from './vscode';
import { filesBelow, Workspace } from './workspace';

describeVSCode('report.md', () => {
  const workspace = new Workspace();
  let vscode: VSCode;
  beforeAll(async () => {
    const short = { ...sineProject, models: sineProject.models.map((model) => ({ ...model, epochs: 120 })) };
    mkdirSync(workspace.path('short'));
    writeFileSync(workspace.path('short/tinyml.json'), projectJson({ ...short, name: 'short_run' }));
    vscode = await VSCode.start({ folder: workspace.folder });
  });
  afterAll(async () => {
    await vscode.close();
    workspace.remove();
  });

  it('of a project file is the same from the palette and from the terminal, byte for byte', async () => {
    await vscode.window.palette('TinyML: Train Model…');
    await workspace.fileAppears('short/short_run/.tinyml/files.json', 60_000);
    const fromPalette = workspace.files('short/short_run');
    const terminal = new Workspace();
    try {
      const project = workspace.path('short/tinyml.json');
      const cli = join(root, 'dist', 'cli.js');
      execFileSync(process.execPath, [cli, 'train', project, '--out', terminal.path('out')]);
      const fromTerminal = filesBelow(terminal.path('out'));
      expect([...fromPalette.keys()]).toEqual([...fromTerminal.keys()]);
      for (const [path, bytes] of fromTerminal) {
        expect(fromPalette.get(path)!.equals(bytes), path).toBe(true);
      }
    } finally {
      terminal.remove();
    }
    expect(fromPalette.has('tinyml.json')).toBe(false);
    expect(fromPalette.get('report.md')!.toString()).not.toContain('tinyml.json');
  });

  it('looks right in the preview: every chart drawn, the tables as tables', async () => {
    const charts = [...workspace.files('short/short_run').keys()].filter((path) => path.endsWith('.svg'));
    await vscode.window.clearNotifications();
    await openPreview(vscode, workspace.path('short/short_run/report.md'));
    await expect
      .poll(() => previewFrame(vscode).then((frame) => frame.evaluate<number>(drawnPictures)), {
        timeout: 20_000,
      })
      .toBe(charts.length);
    const page = await previewFrame(vscode);
    const heads = await page.locator('thead').allInnerTexts();
    expect(heads.at(-1)).toMatch(/The tutorial says\s+This run got\s+Why/);
    expect(await page.locator('table').last().locator('tbody tr').count()).toBe(8);
    // What was no markup in a sentence is none on the page.
    expect(await page.locator('body').innerText()).not.toMatch(/\\[*<>|[\]]|\{\w+\}|\*\*/);
  });

  it.each([
    ['dark', 'light'],
    ['light', 'dark'],
    ['highContrast', 'light'],
  ] as const)('has charts in the theme of VS Code, %s, whatever the system has', async (theme, system) => {
    await vscode.page.emulateMedia({ colorScheme: system });
    await vscode.setTheme(themes[theme]);
    const isLight = async (): Promise<boolean> => {
      const chart = (await previewFrame(vscode)).locator('img').first();
      await chart.scrollIntoViewIfNeeded({ timeout: 2000 });
      return (await lightness(vscode, await chart.screenshot({ timeout: 2000 }))) > 0.5;
    };
    // VS Code may replace the preview while one looks at it.
    const seen = (): Promise<boolean | undefined> => isLight().catch(() => undefined);
    await expect.poll(seen, { timeout: 20_000 }).toBe(theme === 'light');
    for (const [place, at] of Object.entries({ top: 0, charts: 0.3, tutorial: 0.8 })) {
      const preview = await previewFrame(vscode);
      await preview.evaluate(`window.scrollTo(0, ${at} * document.documentElement.scrollHeight)`);
      await sleep(200);
      await vscode.screenshot(`report-${theme}-${place}`);
    }
  });
});

/** Pictures that have been loaded and have a size. */
const drawnPictures = `[...document.querySelectorAll('img')].filter((one) => one.complete && one.naturalWidth > 0).length`;

/** Of a chart's ground, beside its title: 0 is black, 1 is white. */
async function lightness(vscode: VSCode, png: Buffer): Promise<number> {
  const page = await vscode.page.context().browser()!.newPage();
  try {
    return await page.evaluate<number>(`(async () => {
      const picture = new Image();
      picture.src = 'data:image/png;base64,${png.toString('base64')}';
      await picture.decode();
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context.drawImage(picture, 0, 0);
      const [red, green, blue] = context.getImageData(picture.width >> 4, picture.height >> 4, 1, 1).data;
      return (red + green + blue) / 3 / 255;
    })()`);
  } finally {
    await page.close();
  }
}

/** The preview of VS Code's own Markdown extension; its frame may be replaced, so it is looked for each time. */
async function openPreview(vscode: VSCode, path: string): Promise<void> {
  await vscode.inHost(async ({ vscode: api }, file: string) => {
    await api.commands.executeCommand('markdown.showPreview', api.Uri.file(file));
  }, path);
}

async function previewFrame(vscode: VSCode): Promise<Frame> {
  for (let attempt = 0; attempt < 200; attempt++) {
    for (const frame of vscode.page.frames()) {
      const isPreview = frame
        .locator('.markdown-body')
        .count()
        .catch(() => 0);
      if ((await isPreview) > 0) return frame;
    }
    await sleep(100);
  }
  throw new Error('No preview was opened.');
}
