// What both harnesses stand on: a page's html with a fake host in it, VS Code's colours, and bundles.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

// Colours that the default themes of VS Code 1.139 (Dark Modern, Light Modern, Default High Contrast) set on a webview.
export const themes = JSON.parse(readFileSync(new URL('themes.json', import.meta.url), 'utf8'));
const bodyClass = { dark: 'vscode-dark', light: 'vscode-light', 'high-contrast': 'vscode-high-contrast' };
const nonce = 'script';
const styleNonce = 'style';

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** JSON has no typed arrays, no NaN and no undefined: what they become on the way from here to the page. */
export function toWire(value) {
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { wire: value.constructor.name, base64: bytes.toString('base64') };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return { wire: 'number', text: String(value) };
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, toWire(held)]));
}

// Runs in the page.
function fromWire(value) {
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value !== 'object' || value === null) return value;
  if (value.wire === 'number') return Number(value.text);
  if (value.wire) {
    const bytes = Uint8Array.from(globalThis.atob(value.base64), (character) => character.charCodeAt(0));
    return new globalThis[value.wire](bytes.buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, fromWire(held)]));
}

/** A state as an expression for the fake host: it is parsed, since a page's rights forbid to evaluate text. */
export function wireExpression(state) {
  const json = JSON.stringify(JSON.stringify(toWire(state))).replaceAll('<', '\\u003c');
  return `fromWire(JSON.parse(${json}))`;
}

/** @param {string} state an expression for what the host sends when the page is ready */
export function html(page, query, languages, state) {
  const language = query.get('language');
  const theme = query.get('theme');
  const sentences = JSON.stringify(languages[language]).replaceAll('<', '\\u003c');
  const csp = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self' 'nonce-${styleNonce}'; font-src 'self'; img-src 'self'`;
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/${page}/vscode?theme=${theme}"><link rel="stylesheet" href="/${page}/style">
<title>${page}</title></head>
<body class="${bodyClass[theme]}" data-vscode-theme-kind="${bodyClass[theme]}">
<script type="application/json" id="sentences" nonce="${nonce}">${sentences}</script>
<script nonce="${nonce}">
  const fromWire = ${fromWire};
  globalThis.fromPage = [];
  globalThis.toPage = (event) => window.postMessage({ kind: 'event', event }, '*');
  let kept = JSON.parse(sessionStorage.getItem('kept') ?? 'null') ?? undefined;
  globalThis.acquireVsCodeApi = () => ({
    postMessage({ kind, event, id, name, params }) {
      if (kind === 'request') {
        globalThis.askHost(name, params).then(
          (reply) => window.postMessage({ kind: 'reply', id, result: fromWire(reply) }, '*'),
          (error) => window.postMessage({ kind: 'failure', id, failure: { message: error.message } }, '*'),
        );
        return;
      }
      fromPage.push(event);
      if (event.type !== 'ready') return;
      const state = ${state};
      globalThis.lastState = state;
      performance.mark('state-sent');
      toPage({ type: 'state', state });
      // After the message has been taken and what it made has been painted.
      setTimeout(() => requestAnimationFrame(() => setTimeout(() => performance.mark('first-picture'))));
    },
    getState: () => kept,
    setState: (state) => {
      kept = state;
      sessionStorage.setItem('kept', JSON.stringify(state));
    },
  });
</script>
<script nonce="${nonce}" src="/${page}/script"></script>
</body></html>`;
}

// VS Code's own style for the body of a webview, and its variables.
export function vsCodeStyle(theme) {
  const variables = {
    ...themes[theme],
    '--vscode-font-family': 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif',
    '--vscode-font-weight': 'normal',
    '--vscode-font-size': '13px',
    '--vscode-editor-font-family': 'monospace',
  };
  return `:root { ${Object.entries(variables)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')} }
html { background-color: var(--vscode-editor-background); }
body { margin: 0; padding: 0 20px; color: var(--vscode-editor-foreground); background-color: transparent;
  font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size); }`;
}

export async function bundlePage(page) {
  const { outputFiles } = await build({
    entryPoints: [`webview/${page}/main.ts`],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
  });
  const text = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text;
  console.log(`${page}: ${Math.round(text('.js').length / 1024)} KB`);
  return { script: text('.js'), style: text('.css') };
}

export async function bundleAndImport(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}
