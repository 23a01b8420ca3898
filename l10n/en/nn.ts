export const nn = {
  'nn.noTrainingSamples':
    'There is nothing to train on: the training part of the data holds no sample. Give more samples or a larger training share.',
  'nn.trainingSampleNotFinite':
    'Training did not start: sample {sample} of the training data is not a finite number. Correct or remove it, then train again.',
  'nn.validationSampleNotFinite':
    'Training did not start: sample {sample} of the validation data is not a finite number. Correct or remove it, then train again.',
  'nn.diverged':
    'Training ended in epoch {epoch}: the loss or a weight grew beyond every number (learning rate {learningRate}, batch size {batchSize}). Try a learning rate ten times smaller.',
  'nn.alreadyTraining':
    'A model is being trained already. Stop that training first, or wait until it has ended.',
  'nn.workerFailed':
    'The training process failed: {reason}. Nothing on disk was changed. Train again; if it fails again, reload the window.',
  'nn.workerEnded':
    'The training process ended unexpectedly with code {code}. Nothing on disk was changed. Train again; with a very large model or data set, make it smaller first.',
  'nn.workerClosed': 'Training was ended before it had a result.',
  'nn.csvRowWidth': 'Line {line} has {values} values, not {expected}, and was left out.',
  'nn.csvTooManyRows':
    'The file holds more than {rows} rows: line {line} and all after it were left out. Split the file to see the rest.',
  'nn.csvColumnWithoutNumbers': 'Column "{column}" holds no number and was left out.',
  'nn.csvNotANumber': 'Line {line}, field {field}: "{text}" is not a number; a gap is shown in its place.',
  'nn.csvMoreNotes':
    '{count} more {count?line or column was|lines or columns were} left out or read with gaps.',
  'nn.csvEmpty':
    'There is no number in this file. A CSV file to plot holds one row of numbers a line, separated by commas, semicolons, tabs or spaces.',
  'nn.jsonComma': 'A comma is missing before {found}. Write one there.',
  'nn.jsonColon': 'A colon is missing before {found}. Write one between the name and its value.',
  'nn.jsonValue':
    'A value is missing before {found}. Write one there: a number, a text in double quotes, a list in square brackets or an object in braces.',
  'nn.jsonName':
    'A name in double quotes is missing before {found}. Write it with a colon after it, or remove what stands there.',
  'nn.jsonBracket': '{bracket} is missing here. Write it where the list or the object ends.',
  'nn.jsonText': 'This text is not closed. Write double quotes at its end.',
  'nn.jsonComment': 'This comment is not closed. Write */ at its end.',
  'nn.jsonSymbol':
    '{found} cannot stand here. Write names and texts in double quotes, and numbers like 0.5 or 1e-3.',
  'nn.jsonEscape':
    'This text holds a backslash or a control character that JSON does not take. Write / in paths, and \\\\ for a backslash.',
  'nn.jsonEndsEarly':
    'The file ends in the middle of an entry. Write the rest of it, and close what is open.',
  'nn.jsonRest':
    'The project ends before {found}. Remove what follows, or the closing brace that stands too early.',
  'nn.jsonNotAnObject': 'A project file holds one JSON object in braces. Start from a new project file.',
  'nn.jsonUnknownKey': 'The project file knows no "{key}". Known here: {known}.',
  'nn.jsonKeyTwice': '"{key}" stands here a second time. Remove one of the two.',
  'nn.jsonMissing': '"{key}" is missing. Add it.',
  'nn.jsonObject': '"{key}" must be a JSON object in braces.',
  'nn.jsonList': '"{key}" must be a list of 1 to {maximum} objects in square brackets.',
  'nn.jsonOneOf': '"{key}" must be one of: {words}.',
  'nn.jsonIdentifier':
    '"{key}" must be a name of letters, digits and underscores that starts with a letter, at most 64 long: it becomes part of file names and of C source.',
  'nn.jsonWholeNumber': '"{key}" must be a whole number from {minimum} to {maximum}.',
  'nn.jsonNumber': '"{key}" must be a number from {minimum} to {maximum}.',
  'nn.jsonNumberAbove': '"{key}" must be a number above {minimum}, at most {maximum}.',
  'nn.projectSplitSum': 'The shares of training, test and validation must add up to 1; they add up to {sum}.',
  'nn.projectNameTwice': 'Two models are called "{name}". Give one of them another name.',
  'nn.projectLastLayer':
    'The last layer must have 1 unit, because a sample has one value to predict; it has {units}.',
  'nn.projectTooLarge':
    'This model would have {parameters} parameters; at most {most} can be trained here. Make its layers smaller.',
  'nn.csvTooWide': 'The file has more than {columns} columns, too many to plot. Keep those you want to see.',
} as const;
