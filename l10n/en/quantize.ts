export const quantize = {
  'quantize.unsupportedOperator':
    'Operator {index} is {operator}, which cannot be quantized yet. Quantizable are: FULLY_CONNECTED.',
  'quantize.notFloat':
    'Operator {index} ({operator}) is not in 32-bit floats. Only a float model can be quantized: start from the one that was never quantized.',
  'quantize.noRows':
    'Quantizing needs sample inputs to measure the ranges of values, but none were given. Give at least one row.',
  'quantize.rowsDoNotFit':
    'The sample inputs do not fit the model: input {input} takes {expected} {expected?value|values} a row, but {actual} {actual?was|were} given for {rows} {rows?row|rows}.',
  'quantize.notFinite':
    'Tensor {tensor} takes a value that is not a finite number for sample input {row}. Check the samples and the weights for NaN and infinity.',
  'quantize.weightsApart':
    'The trained weights are too far apart to be made int8: the training went astray. Try a learning rate ten times smaller, and look for very large values in the data.',
  'quantize.noteFloat':
    'All {tensors} weight {tensors?tensor|tensors} are 32-bit floats: the network exactly as it was trained.',
  'quantize.noteNothing':
    '0 of {tensors} weight {tensors?tensor was|tensors were} quantized: the largest has {largest} {largest?element|elements}, and weights of fewer than {rule} stay in float. This file computes what the float file computes.',
  'quantize.noteHybrid':
    '{quantized} of {tensors} weight {tensors?tensor was|tensors were} quantized (those of at least {rule} elements), but values are still computed in float. TensorFlow Lite Micro refuses such a hybrid file: for a board, take the int8 file.',
  'quantize.noteInt8PerTensor':
    'All {tensors} weight {tensors?tensor is|tensors are} int8, and so are the input, the output and every value between. One scale for each tensor.',
  'quantize.noteInt8PerChannel':
    'All {tensors} weight {tensors?tensor is|tensors are} int8, and so are the input, the output and every value between. One scale for each neuron.',
} as const;
