import type { training as en } from '../en/training';

export const training: Readonly<Record<keyof typeof en, string>> = {
  'training.title': 'TinyML 训练',
  'training.heading': '正弦模型',
  'training.progress': '训练进度',
  'training.facts': '引擎 {engine}，权重种子 {seed}',

  'training.phase.idle':
    '这里还没有训练过模型。训练会让两个网络拟合带噪声的正弦曲线，并由第二个网络生成模型文件、C 数组和 C++ 程序。',
  'training.phase.preparing': '正在准备数据',
  'training.phase.starting': '{model}：正在开始',
  'training.phase.training': '{model}：第 {epoch}/{epochs} 轮，损失 {loss}，验证损失 {validation}',
  'training.phase.stopping': '{model}：将在第 {epoch} 轮之后停止',
  'training.phase.converting': '模型已训练完毕，正在生成文件。',
  'training.phase.finished': '已完成。',
  'training.phase.finishedIn': '已完成，从第一轮训练到写完最后一个文件共用 {seconds} 秒。',
  'training.phase.stopped':
    '已停止：{model} 训练了 {epochs} 轮中的 {epoch} 轮。保留的是验证损失最低的第 {best} 轮的权重。',
  'training.phase.stoppedEarly': '已停止：{model} 尚未开始学习。',
  'training.phase.interrupted':
    '训练过程中窗口被关闭或重新加载。这里显示的是当时已保存的内容；如需完整结果，请重新训练。',

  'training.action.train': '训练正弦模型',
  'training.action.trainAgain': '重新训练',
  'training.action.stop': '停止',
  'training.action.stopping': '正在停止…',
  'training.action.saveTo': '保存到…',
  'training.action.openFolder': '打开文件夹',

  'training.section.data': '数据',
  'training.section.models': '模型',
  'training.section.compare': '测试集上的比较',
  'training.section.device': '设备输出',
  'training.section.files': '文件',

  'training.data.facts':
    '共 {samples} 个样本：训练 {train} 个，测试 {test} 个，验证 {validation} 个。噪声的均方值：训练集 {trainNoise}，测试集 {testNoise}，验证集 {validationNoise}。',

  'training.chart.clean': '正弦',
  'training.chart.noisy': '带噪声的正弦',
  'training.chart.split': '数据划分',
  'training.chart.loss': '训练损失与验证损失',
  'training.chart.mae': '训练与验证的平均绝对误差',
  'training.chart.trained': '训练数据：预测值与实际值',
  'training.chart.tested': '预测值与实际值的比较',
  'training.chart.compare': '各模型与实际值的比较',
  'training.chart.device': 'data.csv',

  'training.axis.epochs': '轮次',
  'training.axis.loss': '损失',
  'training.axis.mae': 'MAE',

  'training.series.samples': '样本',
  'training.series.train': '训练',
  'training.series.test': '测试',
  'training.series.validate': '验证',
  'training.series.trainingLoss': '训练损失',
  'training.series.validationLoss': '验证损失',
  'training.series.trainingMae': '训练 MAE',
  'training.series.validationMae': '验证 MAE',
  'training.series.actual': '实际值',
  'training.series.predicted': '预测值',
  'training.series.original': '原始模型预测值',
  'training.series.lite': 'Lite 模型预测值',
  'training.series.liteQuantized': 'Lite 量化模型预测值',
  'training.series.liteInt8': 'Lite int8 模型预测值',
  'training.series.device': '设备',

  'training.empty.learning': '尚未开始学习。',
  'training.empty.skipped': '训练轮数超过略去的轮数后显示。',
  'training.empty.predictions': '模型训练完成后显示。',
  'training.empty.files': '文件生成后显示。',

  'training.skip.before': '下面两张图略去前',
  'training.skip.after': '轮',
  'training.skip.subtitle': '略去前 {epochs} 轮',
  'training.skip.none': '从第 1 轮开始',

  'training.model.asked': '{parameters} 个参数，{epochs} 轮。',
  'training.model.trained': '{seconds} 秒内训练了 {epochs} 轮；验证损失最低为 {loss}，出现在第 {best} 轮。',
  'training.model.stopped':
    '训练了 {asked} 轮中的 {epochs} 轮后停止；保留的是验证损失最低（{loss}）的第 {best} 轮的权重。',
  'training.verdict.plain':
    '训练 MSE 为 {train}，验证 MSE 为 {validation}；若总是预测均值，训练 MSE 为 {mean}。其中有多少是噪声，数据本身看不出来。',
  'training.verdict.noNoise':
    '训练 MSE 为 {train}，验证 MSE 为 {validation}。数据没有噪声，所以这全是模型自身的误差；若总是预测均值，训练 MSE 为 {mean}。',
  'training.verdict.learnedNothing':
    '几乎什么也没学到：训练 MSE 为 {train}，验证 MSE 为 {validation}，而总是预测均值时训练 MSE 为 {mean}。',
  'training.verdict.nearNoise':
    '已达到数据允许的水平：训练 MSE 为 {train}，验证 MSE 为 {validation}，分别是各自噪声的 {trainTimes} 倍和 {validationTimes} 倍。',
  'training.verdict.closeToNoise':
    '接近数据允许的水平：训练 MSE 为 {train}，验证 MSE 为 {validation}，分别是各自噪声的 {trainTimes} 倍和 {validationTimes} 倍。',
  'training.verdict.underfits':
    '欠拟合：训练 MSE 为 {train}，验证 MSE 为 {validation}，分别是各自噪声的 {trainTimes} 倍和 {validationTimes} 倍。在它学习过的数据上误差也偏高，因此不是过拟合。',
  'training.verdict.overfits':
    '过拟合：训练 MSE 为 {train}，验证 MSE 却为 {validation}，分别是各自噪声的 {trainTimes} 倍和 {validationTimes} 倍。',
  'training.verdict.overfitsPlain':
    '过拟合：训练 MSE 为 {train}，验证 MSE 却为 {validation}，是前者的 {times} 倍。',

  'training.layers': '{model} 的各层',
  'training.layers.type': '层',
  'training.layers.shape': '输出形状',
  'training.layers.parameters': '参数',
  'training.layers.total': '合计',

  'training.weights': '权重与偏置',
  'training.weights.show': '显示',
  'training.weights.real': '实数值',
  'training.weights.codes': 'int8 文件中的编码',
  'training.weights.layer': '第 {layer} 层，{type}：每个神经元一列',
  'training.weights.from': '来自',
  'training.weights.neuron': '神经元 {layer}.{neuron}',
  'training.weights.bias': '偏置',
  'training.weights.weightScale': '权重的缩放系数',
  'training.weights.biasScale': '偏置的缩放系数',
  'training.weights.copy': '复制为 CSV',
  'training.weights.copied': '已复制',
  'training.weights.cut':
    '显示 {allRows} 行中的 {rows} 行、{allColumns} 个神经元中的 {columns} 个；复制时包含全部。',
  'training.weights.tooMany':
    '{parameters} 个参数太多，无法在此列出。请打开 .tflite 文件：检查器会分页列出。',

  'training.compare.facts':
    '即使模型完全还原了正弦曲线，仅噪声就会带来 {noise} 的 MSE。MAE 的单位与 y 相同，MSE 的单位是 y 的平方，两者都不是百分比。',
  'training.compare.model': '模型',
  'training.compare.bytes': '字节',
  'training.compare.mse': '测试 MSE',
  'training.compare.mae': '测试 MAE',

  'training.device.facts':
    '共 {points} 个点，即程序打印的内容；与无噪声数据相差最大处在 x = {x}，相差 {distance}。',
  'training.device.points': '共 {points} 个点，即程序打印的内容。',

  'training.files.folder': '位于 {folder}。',
  'training.files.kept': '{path} 在写入之后被改动过，已原样保留。',
  'training.files.path': '文件',
};
