export const firmware = {
  'firmware.operatorNotInTflm':
    '第 {index} 号算子是 {operator}，TensorFlow Lite Micro 中没有它，因此任何程序都无法在开发板上运行这个模型。请替换对应的层。',
  'firmware.hybrid':
    '第 {index} 号算子（{operator}）的数值是浮点而权重是量化的，TensorFlow Lite Micro 拒绝这种模型，因此任何程序都无法在开发板上运行它。请使用 int8 模型。',
  'firmware.notOneValue': '示例程序输入一个数、读出一个数，但这个模型需要 {inputs} 个、给出 {outputs} 个。',
  'firmware.unsupportedType': '示例程序只处理浮点或 int8，但这个模型的输入是 {input}，输出是 {output}。',
} as const;
