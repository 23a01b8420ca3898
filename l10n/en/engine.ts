export const engine = {
  'engine.nativeAbsent': 'The native TensorFlow, {package}, is not installed beside TinyML Workbench.',
  'engine.nativeNotThere': 'The native TensorFlow, {package}, is not at {folder}.',
  'engine.nativeBroken': 'The native TensorFlow, {package}, at {folder} cannot be loaded: {reason}.',
  'engine.fallback':
    'TensorFlow.js {version}, in plain JavaScript, trains in its place; its losses are the same within rounding. To train with the native one, install it with its native part, and name its folder in the setting tinyml.tensorflowPath (in a terminal: --tensorflow-path).',
} as const;
