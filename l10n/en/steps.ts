export const steps = {
  'steps.chooseModel': 'Choose a model',
  'steps.noProject':
    '{file} has no project: there is no tinyml.json beside it or one folder up that makes files of this name. Its data is needed; put the project file there, or train it with TinyML: Train Model….',
  'steps.computing': 'Computing with {file}…',
  'steps.workerFailed':
    'This step stopped with an error: {reason}. Nothing was written. Try again; with a very large data file, make it smaller first.',
  'steps.workerEnded': 'This step ended unexpectedly with code {code}. Nothing was written. Try again.',
  'steps.untrusted':
    'This workspace is not trusted, so nothing is written to {folder}. Trust it, then try again.',
  'steps.quantize.how': 'How to quantize',
  'steps.quantize.int8':
    'Weights, values, input and output become int8; ranges are measured on the training data of the project. For boards.',
  'steps.quantize.size': 'Size-optimized',
  'steps.quantize.sizeDetail':
    'Only weights of 1024 elements and more become int8, all else stays float. TensorFlow Lite Micro refuses what comes out where any did.',
  'steps.quantize.done': '{file} has {bytes} bytes; the float model has {before}. {note}',
  'steps.compare.many':
    'There are {count} models of this project in the folder; at most {most} can be compared. Move some away.',
  'steps.compare.model': '{name}: MSE {mse}, MAE {mae}.',
  'steps.compare.done': 'On the {samples} test samples, models in {folder}: {errors}',
  'steps.run.channel': 'TinyML Program',
  'steps.run.printed': 'The program with {file} prints {lines} lines:',
  'steps.run.written': 'It writes data.csv, which begins with these {lines} lines:',
} as const;
