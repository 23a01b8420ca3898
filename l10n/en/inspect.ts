export const inspect = {
  'inspect.summaryImageClassifier':
    '{format} image classifier, {input} → {classes} classes, {size}, {operators} {operators?operator|operators}, {macs} MACs',
  'inspect.summaryClassifier':
    '{format} classifier, {input} → {classes} classes, {size}, {operators} {operators?operator|operators}, {macs} MACs',
  'inspect.summaryModel':
    '{format} model, {input} → {output}, {size}, {operators} {operators?operator|operators}, {macs} MACs',
  'inspect.feedValues': 'Hand over {count} {count?value|values} of type {type}, shape {shape}.',
  'inspect.readValues': 'Read {count} {count?value|values} of type {type}, shape {shape}.',
  'inspect.codeMeaning': 'A code stands for {scale} × (code − {zeroPoint}).',
  'inspect.codeMeaningInRange':
    'A code stands for {scale} × (code − {zeroPoint}): {lowest} to {highest} reach from {from} to {to}.',
  'inspect.colorRgb': 'An image in RGB order.',
  'inspect.colorGrayscale': 'A grayscale image.',
  'inspect.normalization': 'Normalize first: subtract {mean}, then divide by {std}.',
  'inspect.recordedRange': 'Recorded range of values: {minimum} to {maximum}.',
  'inspect.dimensionNames': 'Names along the dimension: {names}.',
  'inspect.meaningNotRecorded':
    'What the values mean, and in which unit, is not recorded in this file: ask its author.',
  'inspect.normalizationNotRecorded':
    'Normalization (mean, standard deviation) is not recorded in this file: ask its author.',
  'inspect.labelsNotRecorded': 'Labels are not recorded in this file: ask its author.',
  'inspect.sizeTitle': 'Where the {bytes} {bytes?byte|bytes} of the file go:',
  'inspect.noTarget': 'This subcommand takes no --target.',
  'inspect.oneFile': 'Give exactly one model file.',
} as const;
