import type { steps as en } from '../en/steps';

export const steps: Readonly<Record<keyof typeof en, string>> = {
  'steps.chooseModel': '选择模型',
  'steps.noProject':
    '{file} 没有所属项目：它所在的文件夹和上一级文件夹中，没有会生成此名称文件的 tinyml.json。这里需要它的数据；请把项目文件放到那里，或用“TinyML: 训练模型…”训练。',
  'steps.computing': '正在用 {file} 计算…',
  'steps.workerFailed':
    '此步骤因错误而停止：{reason}。没有写入任何内容。请重试；如果数据文件很大，请先将其缩小。',
  'steps.workerEnded': '此步骤意外结束，退出代码为 {code}。没有写入任何内容。请重试。',
  'steps.untrusted': '此工作区不受信任，因此不会向 {folder} 写入任何内容。请先信任该工作区，再重试。',
  'steps.quantize.how': '量化方式',
  'steps.quantize.int8': '权重、中间值、输入和输出都变为 int8；取值范围用项目的训练数据测量。适用于开发板。',
  'steps.quantize.size': '体积优化',
  'steps.quantize.sizeDetail':
    '只有 1024 个元素及以上的权重变为 int8，其余保持浮点。只要有权重变为 int8，TensorFlow Lite Micro 就会拒绝该文件。',
  'steps.quantize.done': '{file} 有 {bytes} 字节；浮点模型有 {before} 字节。{note}',
  'steps.compare.many': '该文件夹中有 {count} 个属于此项目的模型；最多只能比较 {most} 个。请移走一些。',
  'steps.compare.model': '{name}：MSE {mse}，MAE {mae}。',
  'steps.compare.done': '{folder} 中的模型在 {samples} 个测试样本上：{errors}',
  'steps.run.channel': 'TinyML 程序',
  'steps.run.printed': '使用 {file} 的程序打印 {lines} 行：',
  'steps.run.written': '它写入 data.csv，开头的 {lines} 行如下：',
};
