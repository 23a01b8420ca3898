export const training = {
  'training.title': 'TinyML Training',
  'training.heading': 'Sine Model',
  'training.progress': 'Training progress',
  'training.facts': 'Engine {engine}, seed of the weights {seed}',

  'training.phase.idle':
    'Nothing has been trained here yet. Training fits two networks to a noisy sine and makes the model files, a C array and a C++ program from the second.',
  'training.phase.preparing': 'The data is being prepared',
  'training.phase.starting': '{model}: starting',
  'training.phase.training': '{model}: epoch {epoch} of {epochs}, loss {loss}, validation loss {validation}',
  'training.phase.stopping': '{model}: stopping after epoch {epoch}',
  'training.phase.converting': 'The models are trained; making the files.',
  'training.phase.finished': 'Finished.',
  'training.phase.finishedIn': 'Finished in {seconds} s, from the first epoch to the last file.',
  'training.phase.stopped':
    'Stopped: {model} learned {epoch} of {epochs} epochs. The weights of epoch {best} are kept, where the validation loss was lowest.',
  'training.phase.stoppedEarly': 'Stopped: {model} had not begun to learn.',
  'training.phase.interrupted':
    'The window was closed or reloaded while training. What had been kept by then is shown here; train again for the rest.',

  'training.action.train': 'Train Sine Model',
  'training.action.trainAgain': 'Train Again',
  'training.action.stop': 'Stop',
  'training.action.stopping': 'Stopping…',
  'training.action.saveTo': 'Save to…',
  'training.action.openFolder': 'Open Folder',

  'training.section.data': 'Data',
  'training.section.models': 'Models',
  'training.section.compare': 'Comparison on the Test Split',
  'training.section.device': 'Output of the Device',
  'training.section.files': 'Files',

  'training.data.facts':
    '{samples} samples: {train} to train, {test} to test, {validation} to validate. Mean square of the noise: {trainNoise} in the training split, {testNoise} in the test split, {validationNoise} in the validation split.',

  'training.chart.clean': 'Sine',
  'training.chart.noisy': 'Sine with noise',
  'training.chart.split': 'Split',
  'training.chart.loss': 'Training and validation loss',
  'training.chart.mae': 'Training and validation mean absolute error',
  'training.chart.trained': 'Training data predicted vs actual values',
  'training.chart.tested': 'Comparison of predictions and actual values',
  'training.chart.compare': 'Comparison of various models against actual values',
  'training.chart.device': 'data.csv',

  'training.axis.epochs': 'Epochs',
  'training.axis.loss': 'Loss',
  'training.axis.mae': 'MAE',

  'training.series.samples': 'Samples',
  'training.series.train': 'Train',
  'training.series.test': 'Test',
  'training.series.validate': 'Validate',
  'training.series.trainingLoss': 'Training loss',
  'training.series.validationLoss': 'Validation loss',
  'training.series.trainingMae': 'Training MAE',
  'training.series.validationMae': 'Validation MAE',
  'training.series.actual': 'Actual',
  'training.series.predicted': 'Predicted',
  'training.series.original': 'Original predictions',
  'training.series.lite': 'Lite predictions',
  'training.series.liteQuantized': 'Lite quantized predictions',
  'training.series.liteInt8': 'Lite int8 predictions',
  'training.series.device': 'Device',

  'training.empty.learning': 'Nothing has been learned yet.',
  'training.empty.skipped': 'Shown after the epochs that are left out.',
  'training.empty.predictions': 'Shown when the model is trained.',
  'training.empty.files': 'Shown when the files are made.',

  'training.skip.before': 'Leave out the first',
  'training.skip.after': 'epochs in the next two charts',
  'training.skip.subtitle': 'Without the first {epochs} {epochs?epoch|epochs}',
  'training.skip.none': 'From epoch 1',

  'training.model.asked': '{parameters} parameters, {epochs} {epochs?epoch|epochs}.',
  'training.model.trained':
    '{epochs} {epochs?epoch|epochs} in {seconds} s; the lowest validation loss was {loss}, at epoch {best}.',
  'training.model.stopped':
    'Stopped after {epochs} of {asked} epochs; the weights of epoch {best} are kept, with the lowest validation loss, {loss}.',
  'training.verdict.plain':
    'MSE {train} in training and {validation} in validation; always answering with the mean would give {mean} in training. How much of it is noise, this data does not tell.',
  'training.verdict.noNoise':
    'MSE {train} in training and {validation} in validation. This data has no noise, so all of it is the model’s own error; always answering with the mean would give {mean} in training.',
  'training.verdict.learnedNothing':
    'It has learned next to nothing: MSE {train} in training and {validation} in validation, where always answering with the mean would give {mean} in training.',
  'training.verdict.nearNoise':
    'As good as the data allows: MSE {train} in training and {validation} in validation, {trainTimes} and {validationTimes} times the noise there.',
  'training.verdict.closeToNoise':
    'Close to what the data allows: MSE {train} in training and {validation} in validation, {trainTimes} and {validationTimes} times the noise there.',
  'training.verdict.underfits':
    'It underfits: MSE {train} in training and {validation} in validation, {trainTimes} and {validationTimes} times the noise there. Even where it learned, the error is high, so this is not overfitting.',
  'training.verdict.overfits':
    'It overfits: MSE {train} in training, but {validation} in validation, {trainTimes} and {validationTimes} times the noise there.',
  'training.verdict.overfitsPlain':
    'It overfits: MSE {train} in training, but {validation} in validation, {times} times as much.',

  'training.layers': 'Layers of {model}',
  'training.layers.type': 'Layer',
  'training.layers.shape': 'Output shape',
  'training.layers.parameters': 'Parameters',
  'training.layers.total': 'Total',

  'training.weights': 'Weights and biases',
  'training.weights.show': 'Show',
  'training.weights.real': 'Real values',
  'training.weights.codes': 'Codes of the int8 file',
  'training.weights.layer': 'Layer {layer}, {type}: a column for each neuron',
  'training.weights.from': 'From',
  'training.weights.neuron': 'neuron {layer}.{neuron}',
  'training.weights.bias': 'bias',
  'training.weights.weightScale': 'scale of the weights',
  'training.weights.biasScale': 'scale of the bias',
  'training.weights.copy': 'Copy as CSV',
  'training.weights.copied': 'Copied',
  'training.weights.cut': '{rows} of {allRows} rows, {columns} of {allColumns} neurons. A copy has them all.',
  'training.weights.tooMany':
    '{parameters} parameters are too many to list here. Open the .tflite file: the inspector lists them page by page.',

  'training.compare.facts':
    'A model that found the sine itself would have an MSE of {noise} here, from the noise alone. MAE is in units of y, MSE in units of y squared; neither is a percentage.',
  'training.compare.model': 'Model',
  'training.compare.bytes': 'Bytes',
  'training.compare.mse': 'Test MSE',
  'training.compare.mae': 'Test MAE',

  'training.device.facts':
    '{points} points, as the program prints them; farthest from the noiseless data at x = {x}, by {distance}.',
  'training.device.points': '{points} points, as the program prints them.',

  'training.files.folder': 'In {folder}.',
  'training.files.kept': '{path} had been changed since it was written, and was left as it was.',
  'training.files.path': 'File',
} as const;
