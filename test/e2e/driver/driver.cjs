// Test only, never shipped: runs functions that a test sends, inside the extension host beside our extension. It can call
// what the palette cannot (commands with arguments, diagnostics) and measure the host's own event loop.
const { createServer } = require('node:http');
const { renameSync, writeFileSync } = require('node:fs');
const vscode = require('vscode');
const { memoryFiles, scheme } = require('./memoryFiles.cjs');

const AsyncFunction = (async () => {}).constructor;
/** What one call leaves for the next one of the same host. */
const memory = {};

exports.activate = (context) => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data));
    request.on('end', async () => {
      response.end(JSON.stringify(await answer(JSON.parse(body))));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const path = process.env.TINYML_DRIVER_FILE;
    writeFileSync(`${path}.new`, `http://127.0.0.1:${server.address().port}`);
    renameSync(`${path}.new`, path);
  });
  context.subscriptions.push(
    { dispose: () => server.close() },
    vscode.workspace.registerFileSystemProvider(scheme, memoryFiles(), { isCaseSensitive: true }),
  );
};

async function answer({ source, args }) {
  try {
    const work = new AsyncFunction(
      'vscode',
      'memory',
      'require',
      'args',
      `return (${source})({ vscode, memory, require }, ...args)`,
    );
    return { ok: true, value: await work(vscode, memory, require, args) };
  } catch (error) {
    return { ok: false, message: String(error?.stack ?? error) };
  }
}
