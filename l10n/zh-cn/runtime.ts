export const runtime = {
  'runtime.noSubgraph': '模型中没有任何子图，无法运行。这是一个完整的 .tflite 文件吗？',
  'runtime.unsupportedOperator':
    '第 {index} 号算子是 {operator}，本解释器尚不支持。支持的算子有：{supported}。',
  'runtime.unsupportedTypes':
    '第 {index} 号算子（{operator}）不支持这样的类型：输入 {inputs}，输出 {outputs}。请将模型转换为浮点或全 int8。',
  'runtime.unsupportedOption': '第 {index} 号算子（{operator}）的 {option} = {value}，本解释器尚不支持。',
  'runtime.hybrid':
    '第 {index} 号算子（FULLY_CONNECTED）的输入是 FLOAT32，权重却是 {weights}。TensorFlow Lite Micro 拒绝这种混合模型：请将模型全部量化为 int8，或保持浮点。',
  'runtime.shapesDoNotFit':
    '第 {index} 号算子（{operator}）的形状互不匹配：输入 {inputs}，输出 {outputs}。请用固定形状重新转换模型。',
  'runtime.badQuantization':
    '无法计算第 {index} 号算子（{operator}）：第 {tensor} 号张量的缩放系数或零点缺失或不匹配。请重新量化模型。',
  'runtime.missingTensor':
    '第 {index} 号算子（{operator}）引用了第 {tensor} 号张量，但模型只有 {tensors} 个张量。文件已损坏。',
  'runtime.missingModelTensor':
    '模型将第 {tensor} 号张量用作输入或输出，但它只有 {tensors} 个张量。文件已损坏。',
  'runtime.unsupportedTensorType': '第 {tensor} 号张量的类型是 {type}，本解释器无法存放。',
  'runtime.badShape': '第 {tensor} 号张量的形状是 {shape}，无法分配内存。请用固定形状重新转换模型。',
  'runtime.wrongBufferSize':
    '第 {tensor} 号张量需要 {expected} 字节，但它的第 {buffer} 号缓冲区有 {actual} 字节。文件已损坏。',
  'runtime.wrongInputCount': '模型需要 {expected} 个输入，但给出了 {actual} 个数组。',
  'runtime.wrongInputLength': '第 {input} 号输入需要 {expected} 个值，但给出了 {actual} 个。',
  'runtime.inputNotACode':
    '第 {input} 号输入的第 {position} 个值 {value} 不是 {type} 所要求的 {minimum} 到 {maximum} 之间的整数。',
} as const;
