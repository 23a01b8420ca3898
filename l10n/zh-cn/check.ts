import type { check as english } from '../en/check';

export const check: Record<keyof typeof english, string> = {
  'check.operatorMissing': 'TensorFlow Lite Micro（提交 {commit}）没有 {operator} 的内核。',
  'check.operatorMissingCure': '请用 TensorFlow Lite Micro 支持的算子替换该层，或自行编写内核并注册。',
  'check.customOperatorMissing': '{operator} 是自定义算子，TensorFlow Lite Micro（提交 {commit}）不自带它。',
  'check.customOperatorCure': '请在创建解释器之前注册自己的内核：resolver.AddCustom("{name}", …)。',
  'check.flexOperatorCure': '这是完整 TensorFlow 的算子。请去掉 SELECT_TF_OPS 重新转换，并替换用到它的层。',
  'check.typesRefused': 'TensorFlow Lite Micro（提交 {commit}）中 {operator} 的内核不接受类型 {types}。',
  'check.typesRefusedCure': '请重新转换，让该算子使用内核接受的类型：全部 int8，或全部 float32。',
  'check.hybridModel':
    '{operator} 的激活值是浮点，而权重是 {weights}。TensorFlow Lite Micro 不能运行这种混合模型。',
  'check.hybridModelCure': '请提供代表性数据集重新转换，使激活值也变为 int8；或让权重保持 float32。',
  'check.floatInput': '输入 {tensor} 是 float32，而模型主体用整数计算：每次推理都要先转换。',
  'check.floatOutput': '输出 {tensor} 是 float32，而模型主体用整数计算：每次推理都要转换回来。',
  'check.floatInterfaceCure':
    '请将 inference_input_type 和 inference_output_type 设为 int8 后重新转换，可省下内存、一个算子和时间。',
  'check.dynamicShape': '{operator} 的输出 {tensor} 形状为 {shape}，要到运行时才能确定。',
  'check.dynamicShapeCure': '请固定输入形状（批大小为 1）后重新转换。',
  'check.resourceVariables': '模型使用 {count} 个资源变量，程序必须为它们预留空间。',
  'check.resourceVariablesCure':
    '请把 MicroResourceVariables::Create(allocator, {count}) 传给 MicroInterpreter 的构造函数。',
  'check.perChannelDense':
    '{operator} 的每个输出各有一个权重缩放系数。2024 年 9 月之前的内核以及 Hexagon 的内核只支持一个共用的系数。',
  'check.perChannelDenseRefused':
    '{operator} 的每个输出各有一个权重缩放系数且类型为 {types}，{target} 的内核会拒绝。',
  'check.perChannelDenseCure':
    '如果您的内核不支持，请设置 _experimental_disable_per_channel_quantization_for_dense_layers = True 后重新转换。',
  'check.fourBitUnpacked':
    '{tensor} 是 {type}：{operator} 每次推理都要把它解包到张量内存区（arena）中，占 {bytes} 字节。',
  'check.fourBitRead':
    '{tensor} 是 {type}：{target} 的 {operator} 内核直接读取它，其他内核会把它解包到张量内存区（arena）中，占 {bytes} 字节。',
  'check.fourBitUnpackedCure': '如果闪存比内存和时间更紧张，可以保留；否则请把权重转换为 int8。',
  'check.fourBitRefused': '{tensor} 是 {type}，{operator} 不接受。',
  'check.fourBitRefusedCure': '请把该张量转换为 int8。',
  'check.quantizationLengths':
    '{tensor} 有 {scales} 个缩放系数和 {zeroPoints} 个零点；各应为 1 个或 {expected} 个。',
  'check.convertAgainCure': '该文件不符合量化规则：请从原始模型重新转换。',
  'check.scaleUnusable': '{tensor} 第 {channel} 通道的缩放系数是 {scale}，因此它的编码无法表示任何数值。',
  'check.scaleUnusableCure': '请用能影响该张量的数据重新校准：没有变化范围的张量会得到这样的系数。',
  'check.biasScale':
    '{operator} 的偏置在第 {channel} 通道的缩放系数是 {given}，而输入缩放系数 × 权重缩放系数是 {expected}。',
  'check.bufferShort':
    '{tensor} 只有 {given} 字节，而 {type} 类型的 {shape} 需要 {needed} 字节：开发板会读到它后面的内容。',
  'check.bufferShortCure': '文件已损坏或被截断：请重新获取该文件。',
  'check.sparseCure': '该张量以稀疏方式存储，TensorFlow Lite Micro 不会展开它：请去掉稀疏化后重新转换。',
  'check.quantizedDimension': '{tensor} 按第 {dimension} 维量化，而它的形状 {shape} 没有这一维。',
  'check.quantizedDimensionOfBias':
    '{count} 个偏置按形状中不存在的维度量化，例如 {tensor} 按 {shape} 的第 {dimension} 维量化。内核不会查看这个维度。',
  'check.quantizedDimensionOfBiasCure': '无需处理：旧版转换器从权重复制了这个数字，新版转换器不会这样做。',
  'check.tensorAlignment':
    '{total} 个常量张量中有 {count} 个在文件中的起始位置不是 16 字节的倍数，例如 {tensor} 位于字节 {offset}。',
  'check.tensorAlignmentCure':
    '请用能保持对齐的工具重写文件，例如 TensorFlow Lite Micro 的 tflite_flatbuffer_align。',
  'check.arrayAlignment':
    '第 {line} 行的数组 {name} 没有声明 alignas(16)，模型可能位于无法正确读取数据的地址。',
  'check.arrayAlignmentSmall':
    '第 {line} 行的数组 {name} 按 {declared} 字节对齐，而不是 16 字节：一次加载多个值的内核会变慢。',
  'check.arrayAlignmentCure': '请写成 alignas(16) const unsigned char {name}[] = …',
  'check.arrayLength': '第 {line} 行的 {variable} 为 {declared}，而 {name} 有 {bytes} 字节。',
  'check.arrayLengthCure': '请把 {variable} 改为 {bytes}，或使用 sizeof。',
  'check.fixedOutputScale':
    '{operator} 的输出缩放系数为 {scale}、零点为 {zeroPoint}，而它的内核只按 {fixedScale} 和 {fixedZeroPoint} 计算。',
  'check.scratchBuffers': '{operator} 申请 {count} 个临时缓冲区；每个算子最多 {most} 个。',
  'check.scratchBuffersCure': '请在内核中共用临时缓冲区，使其不超过 {most} 个。',
  'check.customOptions': '{operator} 是内置算子却带有自定义选项，TensorFlow Lite Micro 会拒绝。',
  'check.customOptionsCure': '请去掉该算子的自定义选项，或重新转换模型。',
  'check.fusedActivation': '{operator} 带有融合激活函数 {activation}，它的内核不会执行。',
  'check.fusedActivationCure': '请把 {activation} 作为单独的算子放在它后面。',
  'check.concatenationInputs': '{operator} 拼接 {count} 个张量；内核最多接受 {most} 个。',
  'check.concatenationInputsCure': '请分几步拼接，每步最多 {most} 个张量。',
  'check.unknownTarget': '没有名为“{name}”的目标。可选目标：{targets}。',
  'check.none': '没有发现问题：{file} 应能在 {target} 上运行。',
  'check.row': '{severity} {code} {message}',
  'check.logLine': '开发板日志：{log}',
  'check.cureLine': '解决办法：{cure}',
  'check.error': '错误',
  'check.warning': '警告',
  'check.information': '信息',
};
