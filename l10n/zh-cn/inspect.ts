import type { inspect as english } from '../en/inspect';

export const inspect: Record<keyof typeof english, string> = {
  'inspect.summaryImageClassifier':
    '{format} 图像分类器，{input} → {classes} 类，{size}，{operators} 个算子，{macs} 次乘加',
  'inspect.summaryClassifier':
    '{format} 分类器，{input} → {classes} 类，{size}，{operators} 个算子，{macs} 次乘加',
  'inspect.summaryModel': '{format} 模型，{input} → {output}，{size}，{operators} 个算子，{macs} 次乘加',
  'inspect.feedValues': '输入 {count} 个 {type} 类型的值，形状 {shape}。',
  'inspect.readValues': '读取 {count} 个 {type} 类型的值，形状 {shape}。',
  'inspect.codeMeaning': '编码表示的数值为 {scale} ×（编码 − {zeroPoint}）。',
  'inspect.codeMeaningInRange':
    '编码表示的数值为 {scale} ×（编码 − {zeroPoint}）：{lowest} 到 {highest} 对应 {from} 到 {to}。',
  'inspect.colorRgb': '按 RGB 顺序的图像。',
  'inspect.colorGrayscale': '灰度图像。',
  'inspect.normalization': '先归一化：减去 {mean}，再除以 {std}。',
  'inspect.recordedRange': '记录的取值范围：{minimum} 到 {maximum}。',
  'inspect.dimensionNames': '该维度上的名称：{names}。',
  'inspect.meaningNotRecorded': '文件没有记录这些值的含义和单位：请询问其作者。',
  'inspect.normalizationNotRecorded': '文件没有记录归一化参数（均值、标准差）：请询问其作者。',
  'inspect.labelsNotRecorded': '文件没有记录标签：请询问其作者。',
  'inspect.sizeTitle': '文件的 {bytes} 字节用在何处：',
  'inspect.noTarget': '此子命令不接受 --target。',
  'inspect.oneFile': '请给出且只给出一个模型文件。',
};
