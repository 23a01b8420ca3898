export const host = {
  'host.showLog': 'Show Log',
  'host.defect': 'TinyML Workbench ran into a defect of its own: {message}. Details are in the log.',
  'host.fileSystem':
    'A file or folder could not be used ({detail}). Check that it is there and that you may read and write it, then try again.',
  'host.plot.choose': 'Choose a CSV file to plot',
  'host.plot.csvFiles': 'CSV files',
  'host.plot.allFiles': 'All files',
  'host.save.title': 'Save as',
  'host.save.saved': '{file} is saved.',
  'host.save.open': 'Open',
  'host.training.progress': 'TinyML: training',
  'host.training.starting': '{name} starts to learn',
  'host.training.epoch': '{name}: epoch {epoch} of {epochs}, loss {loss}',
  'host.training.stopping': 'stopping after this epoch',
  'host.training.converting': 'making the files',
  'host.training.alreadyRunning':
    'Training is already running in this window: its page shows it. Stop it first to start another.',
  'host.training.notRunning': 'No training is running in this window.',
  'host.training.finished':
    '{name} is trained: mean squared error {mse} on the test data, after {seconds} s in all.',
  'host.training.stopped':
    'Stopped: {name} had learned for {epoch} {epoch?epoch|epochs}. Its best weights, those of epoch {bestEpoch}, are kept (mean squared error {mse} on the test data).',
  'host.training.openFile': 'Open {file}',
  'host.training.showFiles': 'Show Files',
  'host.files.saved': '{count} {count?file is|files are} in {folder}.',
  'host.files.kept': 'Left as you changed them: {files}.',
  'host.files.saveTo': 'Save to…',
  'host.files.saveHere': 'Save Here',
  'host.files.chooseFolder': 'Choose a folder for the files of the run',
  'host.files.noFolder':
    'No folder is open, so the files are kept in memory. Choose Save to… to write them to a folder.',
  'host.files.untrusted':
    'This workspace is not trusted, so nothing was written to it; the files are kept in memory. Trust the workspace and train again, or choose Save to….',
  'host.files.cancelled':
    'Nothing was written to {folder}; the files are kept in memory. Choose Save to… to write them to another folder.',
  'host.files.stoppedEarly':
    '{last} had not learned yet, so the files are made from {model} and kept in memory: an earlier result in the output folder stays as it is. Choose Save to… to write them to a folder.',
  'host.files.changed':
    '{count} {count?file|files} in {folder} {count?was|were} not written by TinyML Workbench, or changed since. Overwrite {count?it|them}?',
  'host.files.overwrite': 'Overwrite',
  'host.files.keepMine': 'Keep Mine, Write the Others',
  'host.files.nothingToSave':
    'There are no files to save: train a model first, with TinyML: Train Sine Model.',
  'host.files.saveFirst':
    '{file} is in memory only. Choose Save to… on the training page, then open it from the folder.',
  'host.files.noFolderYet':
    'The files of this run stand in no folder yet. Choose Save to… on the training page.',
  'host.outputFolder.absolute':
    'The setting "tinyml.outputFolder" names "{folder}", which is not relative to the workspace folder. Name a folder inside the workspace, for example "sine_model".',
  'host.outputFolder.leaves':
    'The setting "tinyml.outputFolder" names "{folder}", which leads out of the workspace. Name a folder inside it, for example "sine_model".',
  'host.outputFolder.badName':
    'The setting "tinyml.outputFolder" names "{folder}", which is not a folder name on every system. Name a folder without special characters, for example "sine_model".',
  'host.outputFolder.link':
    '"{name}" in the output folder "{folder}" is a symbolic link, which may lead out of the workspace. Name a real folder in the setting "tinyml.outputFolder".',
  'host.plot.isFolder': '{file} is a folder. Choose a CSV file in it.',
  'host.plot.tooLarge':
    '{file} has {megabytes} MB; files of up to {maximum} MB are plotted. Plot a part of it.',
  'host.plot.absent': '{file} is not there any more. The plot comes back when the file does.',
  'host.plot.unreadable': '{file} cannot be read ({detail}). Check that you may read it.',
  'host.plot.cannotOpen':
    '{file} cannot be opened as text: it may be too large for the editor, or no longer there.',
} as const;
