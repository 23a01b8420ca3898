export const inspectorHost = {
  'inspectorHost.workerFailed':
    'The model could not be read, because its worker failed: {reason}. Close other files and open the model again.',
  'inspectorHost.workerEnded':
    'The worker that reads the model ended too early (exit code {code}). Open the model again.',
  'inspectorHost.modelClosed': 'The model is closed, or not read yet. Open it again.',
  'inspectorHost.isFolder': '{file} is a folder. Choose a .tflite file in it.',
  'inspectorHost.tooLarge':
    '{file} has {megabytes} MB; models of up to {maximum} MB are opened. A microcontroller could not hold it: inspect a smaller model.',
  'inspectorHost.absent': '{file} is not there any more. The inspector shows it again when it is back.',
  'inspectorHost.unreadable': '{file} cannot be read ({detail}). Check that you may read it.',
  'inspectorHost.cannotWrite':
    '{file} could not be written ({detail}). What stood there is unchanged. Choose a folder that you may write to.',
  'inspectorHost.exportTo': 'Where to write the file',
  'inspectorHost.noNumbers':
    '{tensor} holds no numbers in this file, so there is nothing to export. Choose a constant tensor.',
  'inspectorHost.noGit':
    'Git is not available in this window, so the committed version of {file} cannot be read. Switch on the Git extension of VS Code.',
  'inspectorHost.noRepository':
    '{file} is in no git repository that is open in this window. Open the folder of the repository.',
  'inspectorHost.notInHead': 'The last commit (HEAD) does not hold {file}. Commit it once, then compare.',
  'inspectorHost.lens': 'Inspect model ({bytes} bytes)',
  'inspectorHost.chooseModel': 'Choose a model',
  'inspectorHost.chooseBefore': 'Choose the first model to compare',
  'inspectorHost.chooseAfter': 'Choose the model to compare it with',
  'inspectorHost.browse': 'Browse…',
  'inspectorHost.modelFiles': 'TensorFlow Lite models',
  'inspectorHost.sourceFiles': 'C and C++ source',
  'inspectorHost.noArray':
    'No array in {file} holds a model: bytes 4 to 7 of a model are "TFL3". Choose a file that does, such as one made by xxd -i.',
  'inspectorHost.chooseArray': 'Several arrays hold a model: choose one',
  'inspectorHost.arrayPlace': 'line {line}, {bytes} bytes',
  'inspectorHost.checking': 'TinyML: checking models',
  'inspectorHost.noModels':
    'There is no model in this workspace: no .tflite file, and no array in C or C++ source that holds one.',
  'inspectorHost.checked':
    '{models} {models?model|models} checked: {errors} {errors?error|errors}, {warnings} {warnings?warning|warnings}.',
  'inspectorHost.checkedDamaged':
    '{models} {models?model|models} checked: {errors} {errors?error|errors}, {warnings} {warnings?warning|warnings}. Damaged, or no model: {damaged}. Open it to see where.',
  'inspectorHost.showProblems': 'Show Problems',
  'inspectorHost.overwrite': '{files} exists and holds something else. Overwrite it?',
  'inspectorHost.exported': 'Written: {files}.',
  'inspectorHost.damagedExport':
    '{file} is damaged, or no model at all, so it was not exported. Open it in the inspector to see where.',
  'inspectorHost.tooLargeForArray':
    '{file} is too large for source code: arrays of up to {maximum} MB are written.',
} as const;
