export const project = {
  'project.text': '"{key}" must be a text of 1 to 200 characters.',
  'project.texts': '"{key}" must be a list of 1 to {maximum} texts in square brackets.',
  'project.csvPath':
    '"{file}" must be the path of a file beside the project file or below it, with / between folders. Copy the data there.',
  'project.targetIsInput':
    'The column "{target}" is an input already. A network that is given its target learns nothing.',
  'project.inputTwice': 'The column "{name}" stands among the inputs twice. Remove one of the two.',
  'project.csv.empty':
    '{file} is empty. Its first line must name the columns; each further line holds a number for each of them.',
  'project.csv.fewRows':
    '{file} has only {rows} {rows?row|rows} of numbers; at least {fewest} are needed to train, test and validate. Add rows.',
  'project.csv.noColumn':
    '{file}, line {line}: there is no column "{column}". The columns are: {columns}. Correct the name in tinyml.json or in the file.',
  'project.csv.notANumber':
    '{file}, line {line}: "{text}" in column "{column}" is not a finite number. Correct or remove the line.',
  'project.csv.noNumber':
    '{file}, line {line}: there is no number in column "{column}". Add it, or remove the line.',
  'project.csv.rowWidth':
    '{file}, line {line}: {fields} {fields?field|fields}, but the first line names {expected} columns. Correct or remove the line.',
  'project.csv.manyRows':
    '{file}, line {line}: more than {most} rows cannot be trained on here. Keep a part of them.',
  'project.csv.tooWide': '{file} has more than {columns} columns. Keep those that are used.',
  'project.csv.longLine':
    '{file}, line {line}: this line is longer than a million characters. Is it a CSV file with one row a line?',
  'project.csv.absent':
    '{file} is not there; the path in tinyml.json is relative to the folder of tinyml.json. Correct the path, or copy the file there.',
  'project.csv.unreadable': '{file} cannot be read ({detail}). Check that you may read it.',
  'project.csv.tooLarge':
    '{file} has {megabytes} MB; files of up to {maximum} MB are read. Keep a part of it.',
  'project.problem': '{file}, line {line}, column {column}: {what}',
  'project.progress.title': 'TinyML: reading the data',
  'project.progress.rows': '{file}: {rows} rows read',
  'project.csv.hugeNumber':
    '{file}, line {line}: {text} in column "{column}" is too large to compute with: its square is beyond every 32-bit float. Correct or remove the line, or use a larger unit.',
  'project.diverged.row':
    'Training went beyond what numbers can hold. {file}, line {line}: column "{column}" holds {value}, far from all its other values. Correct or remove the line; if it is right, try a learning rate ten times smaller.',
  'project.diverged.scale':
    'Training went beyond what numbers can hold: column "{column}" of {file} holds values up to {value}. Set "normalize" to "standard" in tinyml.json, or try a much smaller learning rate.',
  'project.cost.seconds':
    'This trains {parameters} parameters: about {kilobytes} KB of weights, in less than a minute.',
  'project.cost.minutes':
    'This trains {parameters} parameters: about {kilobytes} KB of weights, in roughly {minutes} {minutes?minute|minutes}.',
  'project.cost.hours':
    'This trains {parameters} parameters: about {kilobytes} KB of weights, in roughly {hours} hours.',
  'project.cost.question': 'Train all the same?',
  'project.train': 'Train',
  'project.lens.train': 'Train',
  'project.lens.parameters': '{parameters} {parameters?parameter|parameters}',
  'project.choose': 'Choose the project file to train',
  'project.none': 'There is no tinyml.json in this workspace. TinyML: New Project File makes one.',
  'project.new.noColumns':
    '{file} has no two columns of numbers below a first line that names them. Choose another file, or add the names.',
  'project.new.exists': '{file} exists already; it is opened as it is.',
  'project.new.noFolder':
    'No folder is open, so the new project file is not saved yet: save it as tinyml.json.',
  'project.new.untrusted':
    'This workspace is not trusted, so the new project file was not written to it: save it as tinyml.json yourself, or trust the workspace and try again.',
} as const;
