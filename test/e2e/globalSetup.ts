/** Once for all end-to-end tests: what they need is installed where that is allowed, and the extension is packed as it ships. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { CodeServer } from '../../scripts/install/codeServer.mjs';
import { ensureChromium } from '../../scripts/install/chromium.mjs';
import { ensureCodeServer } from '../../scripts/install/codeServer.mjs';
import { packageExtension, packFolder } from '../../scripts/package.mjs';
import { installExtensions } from '../../scripts/vscode/codeServerProcess.mjs';
import { createProfile, removeProfile } from '../../scripts/vscode/profile.mjs';

/** What the tests get: the tools, or why there are none. */
export type Tools =
  | {
      readonly ready: true;
      readonly chromium: string;
      readonly codeServer: CodeServer;
      /** Folder with the packed extension and the driver installed; shared by all tests. */
      readonly extensions: string;
      /** The packed extension and the driver, for a VS Code with extensions of its own. */
      readonly vsixPaths: readonly string[];
      readonly vsixBytes: number;
    }
  | { readonly ready: false; readonly reason: string };

declare module 'vitest' {
  export interface ProvidedContext {
    tools: Tools;
  }
}

const driverFolder = fileURLToPath(new URL('driver', import.meta.url));

/** The projects of one run load this file anew; what the first has prepared serves the others. */
const shared = globalThis as { endToEndTools?: Promise<Tools> };

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tinyml-e2e-'));
  const tools = await (shared.endToEndTools ??= prepare(folder));
  if (!tools.ready) {
    if (process.env.CI === 'true') throw new Error(tools.reason);
    console.log(`Skipped: the end-to-end tests in the real VS Code. ${tools.reason}`);
  }
  project.provide('tools', tools);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function prepare(folder: string): Promise<Tools> {
  const chromium = await ensureChromium();
  if (!chromium.ok) return { ready: false, reason: chromium.reason };
  const codeServer = await ensureCodeServer();
  if (!codeServer.ok) return { ready: false, reason: codeServer.reason };

  const { path, bytes } = await packageExtension();
  const driver = join(folder, 'driver.vsix');
  await packFolder(driverFolder, driver);
  const extensions = join(folder, 'extensions');
  const profile = createProfile({ extensions });
  await installExtensions(codeServer.value, profile, [path, driver]);
  removeProfile(profile);
  return {
    ready: true,
    chromium: chromium.value,
    codeServer: codeServer.value,
    extensions,
    vsixPaths: [path, driver],
    vsixBytes: bytes,
  };
}
