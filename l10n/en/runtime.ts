export const runtime = {
  'runtime.noSubgraph':
    'The model holds no subgraph, so there is nothing to run. Is it a whole .tflite file?',
  'runtime.unsupportedOperator':
    'Operator {index} is {operator}, which this interpreter does not compute. It computes: {supported}.',
  'runtime.unsupportedTypes':
    'Operator {index} ({operator}) is not computed for these types: {inputs} in, {outputs} out. Convert the model to float or to full int8.',
  'runtime.unsupportedOption':
    'Operator {index} ({operator}) has {option} = {value}, which this interpreter does not compute.',
  'runtime.hybrid':
    'Operator {index} (FULLY_CONNECTED) has a FLOAT32 input and {weights} weights. TensorFlow Lite Micro refuses such a hybrid model: quantize it fully to int8, or leave it in float.',
  'runtime.shapesDoNotFit':
    'The shapes at operator {index} ({operator}) do not fit together: {inputs} in, {outputs} out. Convert the model again with fixed shapes.',
  'runtime.badQuantization':
    'Operator {index} ({operator}) cannot be computed: the scale or zero point of tensor {tensor} is missing or does not fit. Quantize the model again.',
  'runtime.missingTensor':
    'Operator {index} ({operator}) names tensor {tensor}, but the model has {tensors} {tensors?tensor|tensors}. The file is damaged.',
  'runtime.missingModelTensor':
    'The model names tensor {tensor} as its input or output, but it has {tensors} {tensors?tensor|tensors}. The file is damaged.',
  'runtime.unsupportedTensorType':
    'Tensor {tensor} has the type {type}, which this interpreter does not hold.',
  'runtime.badShape':
    'Tensor {tensor} has the shape {shape}, which cannot be allocated. Convert the model again with fixed shapes.',
  'runtime.wrongBufferSize':
    'Tensor {tensor} needs {expected} {expected?byte|bytes}, but its buffer {buffer} holds {actual}. The file is damaged.',
  'runtime.wrongInputCount':
    'The model takes {expected} {expected?input|inputs}, but {actual} {actual?array was|arrays were} given.',
  'runtime.wrongInputLength':
    'Input {input} takes {expected} {expected?value|values}, but {actual} {actual?was|were} given.',
  'runtime.inputNotACode':
    'Input {input}, value {position}: {value} is not a whole number from {minimum} to {maximum}, as {type} needs.',
} as const;
