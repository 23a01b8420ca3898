export const quantize = {
  'quantize.unsupportedOperator':
    '第 {index} 号算子是 {operator}，目前还不能量化。可以量化的算子有：FULLY_CONNECTED。',
  'quantize.notFloat':
    '第 {index} 号算子（{operator}）不是 32 位浮点。只有浮点模型才能量化：请从未量化过的模型开始。',
  'quantize.noRows': '量化需要用样本输入来测量数值范围，但没有给出任何样本。请至少给出一行。',
  'quantize.rowsDoNotFit':
    '样本输入与模型不符：第 {input} 号输入每行需要 {expected} 个值，但 {rows} 行共给出了 {actual} 个。',
  'quantize.notFinite':
    '对于第 {row} 行样本输入，第 {tensor} 号张量出现了非有限值。请检查样本和权重中是否有 NaN 或无穷大。',
  'quantize.weightsApart':
    '训练得到的权重相差太大，无法转换为 int8：训练已经失控。请把学习率改为十分之一再试，并检查数据中是否有特别大的值。',
  'quantize.noteFloat': '全部 {tensors} 个权重张量都是 32 位浮点：与训练得到的网络完全一致。',
  'quantize.noteNothing':
    '{tensors} 个权重张量中量化了 0 个：最大的只有 {largest} 个元素，而少于 {rule} 个元素的权重会保留为浮点。这个文件的计算结果与浮点文件相同。',
  'quantize.noteHybrid':
    '{tensors} 个权重张量中量化了 {quantized} 个（元素不少于 {rule} 个的），但数值仍以浮点计算。TensorFlow Lite Micro 拒绝这种混合文件：要在开发板上运行，请使用 int8 文件。',
  'quantize.noteInt8PerTensor':
    '全部 {tensors} 个权重张量都是 int8，输入、输出和所有中间值也都是 int8。每个张量一个缩放系数。',
  'quantize.noteInt8PerChannel':
    '全部 {tensors} 个权重张量都是 int8，输入、输出和所有中间值也都是 int8。每个神经元一个缩放系数。',
} as const;
