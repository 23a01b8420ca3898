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
    'The whole tutorial, headless: the same files, byte for byte, as TinyML: Train Sine Model in the editor.',
  'cli.help.run':
    'One inference a line: a JSON array with one flat array of raw values per model input, and out likewise.',
  'cli.help.verify': 'Is it a sound .tflite file? If not, where it breaks.',
} as const;
