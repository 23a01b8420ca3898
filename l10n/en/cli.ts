export const cli = {
  'cli.about': 'TinyML Workbench: from data to a model on a board, from a terminal.',
  'cli.usage': 'Usage: {syntax}',
  'cli.subcommands': 'Subcommands:',
  'cli.options': 'Options for all of them:',
  'cli.option.lang': 'language of sentences: en or zh-cn; otherwise that of your system',
  'cli.option.help': 'what a subcommand does and takes',
  'cli.option.version': 'the version',
  'cli.exitCodes':
    'Exit code: 0 done, 1 the input is at fault (one sentence on stderr says what and where), 2 wrong usage.',
  'cli.unknownSubcommand':
    'There is no subcommand "{name}". The subcommands are: {names}. `tinyml --help` says what each one does.',
  'cli.wrongUsage': '{what} `tinyml {name} --help` shows how to write it.',
  'cli.help.train':
    'Trains the whole tutorial (sine) or a project file, headless: the same files, byte for byte, as TinyML: Train Sine Model and TinyML: Train Model in the editor.',
  'cli.help.run':
    'One inference a line: a JSON array with one flat array of raw values per model input, and out likewise.',
  'cli.help.inspect': 'What the inspector shows: operators, tensors, quantization, sizes, findings.',
  'cli.help.check':
    'Will it run on the board? Findings with codes of a .tflite, or of arrays in C source; exit code 1 on an error: made for CI.',
  'cli.help.parse': 'Serial lines to JSON lines: what each line was taken for, and why.',
  'cli.help.verify': 'Is it a sound .tflite file? If not, where it breaks.',
  'cli.unknownOption': 'There is no option {option}.',
  'cli.valueMissing': '{option} wants a value after it.',
  'cli.valueLikeOption':
    '{option} wants a value, but {value} looks like an option. If it is the value, write {option}={value}.',
  'cli.valueNotTaken': '{option} takes no value. Remove = and what follows it.',
  'cli.oneFile': 'Exactly one file is expected.',
  'cli.file.absent': 'There is no file {file}. Check the path; it is relative to the current folder.',
  'cli.file.isFolder': '{file} is a folder, not a file. Name a file in it.',
  'cli.file.unreadable': '{file} cannot be read ({detail}). Check that you may read it.',
  'cli.train.onlySine':
    'Name what to train: `sine` for the tutorial, or one project file such as tinyml.json.',
  'cli.train.badOut': '--out wants the name of a folder.',
  'cli.train.badEngine': 'There is no engine "{name}"; the engines are builtin and tensorflow.',
  'cli.train.badSeed': '--seed wants a whole number from 0 to 4294967295, not "{text}".',
  'cli.train.changedFiles':
    '{count} {count?file|files} in {folder} {count?was|were} not written by this program, or changed since: {files}. Nothing of {count?it|them} was overwritten. Move {count?it|them} away, write elsewhere with --out, or overwrite with --force.',
  'cli.train.costly':
    '{cost} Nothing was trained yet: add --yes to train it all the same, or make the network or the number of epochs smaller.',
  'cli.train.interrupted':
    'Stopped while {name} was learning, after {epoch} {epoch?epoch|epochs}. No file was written.',
  'cli.train.progress': '{name}: epoch {epoch} of {epochs}, loss {loss}',
  'cli.train.model': '{name}: {parameters} parameters, {epochs} epochs, test MSE {mse}, test MAE {mae}',
  'cli.train.converted': '{path}: {bytes} bytes, test MSE {mse}, test MAE {mae}',
  'cli.train.done': '{count} files are in {folder}, after {seconds} s.',
  'cli.verify.sound': '{file} is a sound .tflite file of {bytes} bytes.',
  'cli.verify.broken': '{file} is not a sound .tflite file:',
  'cli.run.badLine':
    'Line {line} of the input is not a JSON array with one flat array of numbers per model input, such as [[0.5]]. The lines before it were answered; correct it and run again.',
  'cli.run.refusedLine':
    'Line {line} of the input does not fit the model. {why} The lines before it were answered.',
} as const;
