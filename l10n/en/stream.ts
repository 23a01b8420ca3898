export const stream = {
  'stream.fieldNotNumber': 'field {field} "{text}" is not a number',
  'stream.valueNotNumber': 'the value "{text}" of "{label}" is not a number',
  'stream.notAPair': '"{text}" is not a label with a value',
  'stream.labelTwice': 'the label "{label}" stands twice in the line',
  'stream.jsonBroken': 'the line begins like a JSON object but is not a whole one',
  'stream.flagUnknown': 'the flags "{flags}" are not known: Teleplot has t, xy, np, clr and g',
  'stream.tooManyFields': 'the line has {fields} fields, more than can be plotted',
  'stream.lineTooLong': 'the line is longer than {bytes} bytes',
  'stream.columnsDiffer': 'the line has {found} {found?value|values}, not {expected} as the lines before',
  'stream.labelsDiffer': 'the labels {found} differ from those of the lines before, {expected}',
  'stream.seriesCapped': 'there are already {limit} series; "{label}" is not plotted',
  'stream.frameChecksum': 'the frame at byte {offset} has the checksum {found}, not {expected}',
  'stream.frameSize':
    'the frame at byte {offset} has {bytes} bytes, which is not a whole number of samples of {sample} bytes',
  'stream.noticeSeriesCapped':
    'The board prints more than {limit} series. The first {limit} are plotted; the others stay in the console and in raw recordings. Lock a format or print fewer labels.',
  'stream.noticeNamesStopped':
    'The board has printed more than {limit} different labels, so no new series are taken. Check the baud rate and whether a label contains a changing number, then clear the plot.',
  'stream.noticeLineTooLong':
    'A line was longer than {bytes} bytes: its beginning is in the console, the rest was skipped. Check that the program ends its lines with a newline.',
  'stream.noticeBaud':
    'Most of what arrives is not text. The baud rate is probably not the one the program uses: choose another one.',
  'stream.noticeDropped':
    'The memory for the plot is full: from now on the oldest rows are dropped. A recording keeps everything.',
  'stream.segmentColumns': 'The columns changed.',
  'stream.segmentReset': 'The board was restarted.',
  'stream.segmentConnected': 'The board was connected.',
  'stream.triggerLevel': '"{series}" reached {value}.',
  'stream.triggerEdge': '"{series}" crossed {level}.',
  'stream.triggerSilence': 'Nothing has come from the board for {seconds} {seconds?second|seconds}.',
  'stream.triggerNotFinite': '"{series}" is not a finite number.',
  'stream.triggerText': 'The board printed: {text}',
  'stream.patternTooLong':
    'The pattern "{pattern}" is longer than {limit} characters, so it is not used. Watch for a shorter piece of the line.',
  'stream.patternTooSlow':
    'The pattern "{pattern}" could take forever on some lines, so it is not used. Leave out repeated groups, look-arounds and back references, and repeat (*, +) at most three times.',
  'stream.patternSyntax':
    'The pattern "{pattern}" is not a regular expression. Put a backslash in front of signs such as ( [ * + ? that are meant as themselves.',
  'stream.formatUnknown':
    'The format "{format}" is not known. Use auto, arduino, teleplot, csv, csv:DELIMITER, binary:CHANNELSxTYPE or framed:CHANNELSxTYPE (for example binary:3xint16).',
  'stream.parseUsage':
    'Usage: tinyml parse [--format F] < bytes. F is auto, arduino, teleplot, csv, csv:DELIMITER, binary:CHANNELSxTYPE or framed:CHANNELSxTYPE. "{argument}" was not understood.',
} as const;
