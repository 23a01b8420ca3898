export const check = {
  'check.operatorMissing': 'TensorFlow Lite Micro (commit {commit}) has no kernel for {operator}.',
  'check.operatorMissingCure':
    'Replace the layer by operators that TensorFlow Lite Micro has, or bring a kernel of your own and register it.',
  'check.customOperatorMissing':
    '{operator} is a custom operator that TensorFlow Lite Micro (commit {commit}) does not bring along.',
  'check.customOperatorCure':
    'Register your own kernel before the interpreter is made: resolver.AddCustom("{name}", …).',
  'check.flexOperatorCure':
    'This is a full TensorFlow operator. Convert again without SELECT_TF_OPS and replace the layer that needs it.',
  'check.typesRefused':
    'The kernel of {operator} in TensorFlow Lite Micro (commit {commit}) does not take the types {types}.',
  'check.typesRefusedCure':
    'Convert again so that this operator works on types its kernel takes: int8 throughout, or float32 throughout.',
  'check.hybridModel':
    '{operator} has float activations and {weights} weights. TensorFlow Lite Micro does not run such hybrid models.',
  'check.hybridModelCure':
    'Convert again with a representative data set, so that activations become int8 too, or leave the weights float32.',
  'check.floatInput':
    'The input {tensor} is float32, though the body of the model computes with integers: each inference converts it first.',
  'check.floatOutput':
    'The output {tensor} is float32, though the body of the model computes with integers: each inference converts it back.',
  'check.floatInterfaceCure':
    'Convert again with inference_input_type and inference_output_type set to int8; it saves memory, an operator and time.',
  'check.dynamicShape':
    '{tensor}, an output of {operator}, has the shape {shape}, which is known only at run time.',
  'check.dynamicShapeCure': 'Convert again with a fixed input shape, batch size 1 included.',
  'check.resourceVariables':
    'The model keeps {count} resource {count?variable|variables}, for which the program must make room.',
  'check.resourceVariablesCure':
    'Pass MicroResourceVariables::Create(allocator, {count}) to the constructor of MicroInterpreter.',
  'check.perChannelDense':
    '{operator} has one weight scale per output. Kernels older than September 2024, and those of Hexagon, take only one scale for all.',
  'check.perChannelDenseRefused':
    '{operator} has one weight scale per output and the types {types}, which the kernel of {target} refuses.',
  'check.perChannelDenseCure':
    'If your kernels lack it, convert again with _experimental_disable_per_channel_quantization_for_dense_layers = True.',
  'check.fourBitUnpacked':
    '{tensor} is {type}: {operator} unpacks it at every inference into {bytes} {bytes?byte|bytes} of the arena.',
  'check.fourBitRead':
    '{tensor} is {type}: the kernel of {target} for {operator} reads it as it is, others unpack it into {bytes} {bytes?byte|bytes} of the arena.',
  'check.fourBitUnpackedCure':
    'Keep it if flash is scarcer than memory and time; else convert the weights to int8.',
  'check.fourBitRefused': '{tensor} is {type}, which {operator} does not take.',
  'check.fourBitRefusedCure': 'Convert this tensor to int8.',
  'check.quantizationLengths':
    '{tensor} has {scales} {scales?scale|scales} and {zeroPoints} {zeroPoints?zero point|zero points}; 1 or {expected} of each would fit.',
  'check.convertAgainCure':
    'The file does not follow the quantization rules: convert it again from the original model.',
  'check.scaleUnusable':
    'The scale of channel {channel} of {tensor} is {scale}, so no code of it stands for a value.',
  'check.scaleUnusableCure':
    'Calibrate again with data that reaches this tensor: a range without extent gives such a scale.',
  'check.biasScale':
    'The bias of {operator} has the scale {given} in channel {channel}, but input scale × weight scale is {expected}.',
  'check.bufferShort':
    '{tensor} holds {given} {given?byte|bytes}, but {shape} of {type} needs {needed}: the board would read what follows it.',
  'check.bufferShortCure': 'The file is damaged or was cut: get it again from where it came from.',
  'check.sparseCure':
    'The tensor is stored as a sparse one, which TensorFlow Lite Micro does not unpack: convert again without sparsity.',
  'check.quantizedDimension':
    '{tensor} is quantized along dimension {dimension}, which its shape {shape} does not have.',
  'check.quantizedDimensionOfBias':
    '{count} {count?bias is|biases are} quantized along a dimension that the shape does not have, for example {tensor} along {dimension} of {shape}. Kernels do not look at it.',
  'check.quantizedDimensionOfBiasCure':
    'Nothing needs to be done: old converters copied the number from the weights. Present ones do not.',
  'check.tensorAlignment':
    '{count} of {total} constant tensors do not start at a multiple of 16 bytes in the file, for example {tensor} at byte {offset}.',
  'check.tensorAlignmentCure':
    'Write the file again with a tool that keeps the alignment, such as tflite_flatbuffer_align of TensorFlow Lite Micro.',
  'check.arrayAlignment':
    'The array {name} in line {line} is not declared alignas(16), so the model may start at an address its data cannot be read from.',
  'check.arrayAlignmentSmall':
    'The array {name} in line {line} is aligned to {declared} bytes, not 16: kernels that load several values at once are slower.',
  'check.arrayAlignmentCure': 'Write alignas(16) const unsigned char {name}[] = …',
  'check.arrayLength':
    '{variable} in line {line} says {declared}, but {name} has {bytes} {bytes?byte|bytes}.',
  'check.arrayLengthCure': 'Set {variable} to {bytes}, or use sizeof.',
  'check.fixedOutputScale':
    '{operator} has the output scale {scale} and zero point {zeroPoint}, but its kernel computes for {fixedScale} and {fixedZeroPoint} only.',
  'check.scratchBuffers': '{operator} asks for {count} scratch buffers; an operator may have {most}.',
  'check.scratchBuffersCure': 'Share scratch buffers within the kernel until it needs no more than {most}.',
  'check.customOptions':
    '{operator} is a builtin operator that carries custom options, which TensorFlow Lite Micro refuses.',
  'check.customOptionsCure': 'Remove the custom options from this operator, or convert the model again.',
  'check.fusedActivation':
    '{operator} has the fused activation {activation}, which its kernel does not apply.',
  'check.fusedActivationCure': 'Put {activation} behind it as an operator of its own.',
  'check.concatenationInputs': '{operator} joins {count} tensors; the kernel takes {most}.',
  'check.concatenationInputsCure': 'Join in several steps of at most {most} tensors.',
  'check.unknownTarget': 'There is no target "{name}". Known targets: {targets}.',
  'check.none': 'No findings: {file} should run on {target}.',
  'check.row': '{severity} {code} {message}',
  'check.logLine': 'The board logs: {log}',
  'check.cureLine': 'Cure: {cure}',
  'check.error': 'error',
  'check.warning': 'warning',
  'check.information': 'note',
} as const;
