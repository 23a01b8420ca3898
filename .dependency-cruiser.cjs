// The import table of the project: which layer may import what. A layer's row lists everything it may reach; the rest fails.

/** Folders below the root, by layer. `core` in a row means src/core, and so on; `l10n` may be read by everybody. */
const layers = {
  core: { path: '^src/core/', may: [], npm: ['flatbuffers', 'jsonc-parser'], node: false },
  protocol: { path: '^src/protocol/', may: ['core'], npm: [], node: false },
  serial: { path: '^src/serial/', may: ['protocol', 'core'], npm: ['serialport'], node: true },
  workers: {
    path: '^src/workers/',
    may: ['jobs', 'serial', 'protocol', 'core'],
    npm: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', 'elkjs'],
    node: true,
  },
  jobs: { path: '^src/jobs/', may: ['protocol', 'core'], npm: [], node: true },
  cli: { path: '^src/cli/', may: ['jobs', 'workers', 'serial', 'protocol', 'core'], npm: [], node: true },
  host: {
    path: '^src/host/',
    may: ['jobs', 'workers', 'serial', 'protocol', 'core'],
    npm: ['vscode'],
    node: true,
  },
  commands: {
    path: '^src/commands/',
    may: ['host', 'jobs', 'workers', 'serial', 'protocol', 'core'],
    npm: ['vscode'],
    node: true,
  },
  webview: {
    path: '^webview/',
    may: ['protocol', 'core'],
    npm: ['chart.js', '@vscode/webview-ui-toolkit'],
    node: false,
  },
  extension: { path: '^src/extension\\.ts$', may: ['host', 'commands'], npm: ['vscode'], node: true },
  l10n: { path: '^l10n/', may: [], npm: [], node: false },
};

const rules = Object.entries(layers).flatMap(([name, layer]) => {
  const reachable = [layer.path, '^l10n/', ...layer.may.map((other) => layers[other].path)];
  // A package is reached as node_modules/<name>/…; what cannot be resolved (vscode) keeps its bare name.
  const packages = layer.npm.map((pkg) => `(^|node_modules/)(@types/)?${pkg}(/|$)`);
  const own = [...reachable, ...packages];
  return [
    {
      name: `${name}-imports`,
      severity: 'error',
      comment: `${name} may import only: ${[name, 'l10n', ...layer.may, ...layer.npm].join(', ')}${layer.node ? ', node:*' : ''}`,
      from: { path: layer.path },
      to: { pathNot: own, dependencyTypesNot: layer.node ? ['core'] : [] },
    },
  ];
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'one-door-to-the-toolkit',
      severity: 'error',
      comment:
        'Only webview/shared/ui.ts imports the toolkit: it is archived upstream, and must be replaceable in one place.',
      from: { pathNot: '^webview/shared/ui\\.ts$' },
      to: { path: '@vscode/webview-ui-toolkit|@microsoft/fast' },
    },
    {
      name: 'commands-do-not-know-each-other',
      severity: 'error',
      comment: 'Only src/commands/index.ts sees the commands.',
      from: { path: '^src/commands/', pathNot: '^src/commands/index\\.ts$' },
      to: { path: '^src/commands/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
