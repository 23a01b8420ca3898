export const firmware = {
  'firmware.operatorNotInTflm':
    'Operator {index} is {operator}, which TensorFlow Lite Micro does not have, so no program can run this model on a board. Replace that layer.',
  'firmware.hybrid':
    'Operator {index} ({operator}) has float values and quantized weights, which TensorFlow Lite Micro refuses, so no program can run this model on a board. Use the int8 model.',
  'firmware.notOneValue':
    'The example program feeds one number and reads one, but this model takes {inputs} and gives {outputs}.',
  'firmware.unsupportedType':
    'The example program feeds and reads float or int8, but this model has {input} in and {output} out.',
} as const;
