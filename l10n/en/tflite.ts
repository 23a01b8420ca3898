export const tflite = {
  'tflite.isEmpty': 'The file is empty (0 bytes): there is no model in it. Get it again from its source.',
  'tflite.isTooShort':
    'The file has only {bytes} {bytes?byte|bytes}; a .tflite model needs at least 8 to say what it is. Get it again from its source.',
  'tflite.isJpeg': 'This is a JPEG picture, not a .tflite model. Choose the model file.',
  'tflite.isZip':
    'This is a zip archive, not a .tflite model. If it is a .keras file, convert it with TensorFlow’s TFLiteConverter; else unpack it and choose the model inside.',
  'tflite.isHdf5':
    'This is an HDF5 file (Keras .h5), not a .tflite model. Convert it with TensorFlow’s TFLiteConverter, then open the result.',
  'tflite.isGitLfsPointer':
    'This is a Git LFS pointer, not the model itself. Run “git lfs pull” in its repository, then open it again.',
  'tflite.hasNoIdentifier':
    'This is not a .tflite model: bytes 4 to 7 should be “TFL3” (54 46 4c 33) but are {found}. Choose another file, or get this one again from its source.',
  'tflite.otherVersion':
    'The model says at byte {offset} that it is of schema version {version}; TensorFlow Lite reads version 3 only. Convert it again with a present TensorFlow.',
  'tflite.offsetOutside':
    'The file is damaged at byte {offset} ({trace}): the offset there leads to byte {target}, where nothing can stand in a file of {fileBytes} bytes. Get it again from its source.',
  'tflite.misaligned':
    'The file is damaged at byte {offset} ({trace}): a value of {bytes} bytes has to stand at a multiple of {bytes}. Get it again from its source.',
  'tflite.badVtable':
    'The file is damaged at byte {offset} ({trace}): the list of fields of this table, said to be at byte {vtable}, is not one. Get it again from its source.',
  'tflite.fieldOutside':
    'The file is damaged at byte {offset} ({trace}): the field lies outside its table. Get it again from its source.',
  'tflite.vectorOutside':
    'The file is damaged at byte {offset} ({trace}): {count} {count?element|elements} ({bytes} bytes) are announced, more than is left of a file of {fileBytes} bytes. Get it again from its source.',
  'tflite.stringWithoutEnd':
    'The file is damaged at byte {offset} ({trace}): the text there does not end with a zero byte. Get it again from its source.',
  'tflite.stringNotUtf8':
    'The file is damaged at byte {offset} ({trace}): the text there is not UTF-8. Get it again from its source.',
  'tflite.unknownUnionTag':
    'At byte {offset} ({trace}) the file names option table {tag}, which schema version 3 does not have. The file is damaged, or newer than this program: get it again from its source, or convert it for an older TensorFlow Lite.',
  'tflite.halfUnion':
    'The file is damaged at byte {offset} ({trace}): the kind of the table there (tag {tag}) and the table itself must both be present, or neither. Get it again from its source.',
  'tflite.unknownMember':
    'At byte {offset} ({trace}) stands {value}, which is no {list} of schema version 3. The file is damaged, or newer than this program: get it again from its source, or convert it for an older TensorFlow Lite.',
  'tflite.indexOutside':
    'The file is damaged at byte {offset} ({trace}): index {index} leads nowhere, as there are {count} {list}. Get it again from its source.',
  'tflite.bufferOutside':
    'The file is damaged at byte {offset} ({trace}): {bytes} bytes are said to start at byte {start}, but the file has {fileBytes} bytes. Get it again from its source.',
  'tflite.zeroPointTooLarge':
    'The file is damaged at byte {offset} ({trace}): zero point {value} fits no tensor type. Get it again from its source.',
  'tflite.tooManyDimensions':
    'At byte {offset} ({trace}) a tensor is said to have {count} dimensions; {limit} are the most that a tensor can have. The file is damaged: get it again from its source.',
  'tflite.tooManyTables':
    'The file leads at byte {offset} ({trace}) to more than {limit} tables, far more than a model of its size has. It is damaged, or made to exhaust whoever reads it: get it from a source that you trust.',
  'tflite.tooManyBytes':
    'The file leads at byte {offset} ({trace}) to the same bytes over and over, more than {limit} in all. It is damaged, or made to exhaust whoever reads it: get it from a source that you trust.',
  'tflite.tooLargeToWrite':
    'The model holds {bytes} bytes of data; a .tflite file can have at most 2 GB. Make the model smaller, or quantize it.',
  'tflite.distantBuffersToWrite':
    'The model keeps the data of {count} {count?buffer|buffers} at the end of its file, and they have not been read, so it cannot be written again. Open the whole file first.',
} as const;
