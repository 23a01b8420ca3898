import type { report as en } from '../en/report';

export const report: Readonly<Record<keyof typeof en, string>> = {
  'report.title': '{name} 训练报告',
  'report.stopped': '训练在最后一轮之前被停止。',
  'report.dataCounts':
    '共 {samples} 个样本：{train} 个用于训练，{test} 个用于测试，{validation} 个用于验证。',
  'report.notTrained': '未训练：在该模型开始学习之前训练就被停止了（原定 {epochs} 轮）。',
  'report.learned': '训练了 {asked} 轮中的 {epochs} 轮；验证损失最低为 {best}，出现在第 {bestEpoch} 轮。',
  'report.fewEpochs': '只学习了 {epochs} 轮，太少，无法判断继续训练是否有用。请训练更久。',
  'report.betterModel': '在相同数据上，{name} 的验证 MSE 为 {error}，仅为其 1/{times}：数据允许更好的结果。',
  'report.stuck':
    '训练陷入停滞：{epochs} 轮中，前一半的最低训练损失为 {before}，后一半也只达到 {after}。再增加这样的轮数几乎没有帮助；换一个权重种子、增加神经元或改变学习率也许有用。',
  'report.onlyLinear':
    '训练陷入停滞：{epochs} 轮中，前一半的最低训练损失为 {before}，后一半也只达到 {after}。没有一层使用激活函数 relu，因此无论训练多少轮、用什么种子、有多少神经元，它都只能把输入乘以系数再相加。请为它添加一个使用 relu 的隐藏层。',
  'report.stillLearning':
    '仍在学习：{epochs} 轮中，前一半的最低训练损失为 {before}，到结束时为 {after}。增加轮数也许有用。',
  'report.bendsInside':
    '第一层的 {units} 个神经元中有 {inside} 个的拐点落在数据范围（{low} 到 {high}）之内，位于 {places}；曲线只能在这些位置转折。',
  'report.bendsFirst':
    '第一层的 {units} 个神经元中有 {inside} 个的拐点落在数据范围（{low} 到 {high}）之内，位于 {places}；在其他位置，只有后面各层的神经元能让曲线转折。',
  'report.bendsOutside':
    '第一层的神经元（共 {units} 个）没有一个的拐点落在数据范围（{low} 到 {high}）之内；该层在此范围内输出的只是直线。',
  'report.fewValidate': '只有 {count} 个样本用于验证：关于验证的结论可能出于偶然。',
  'report.bestEpoch': '第 {epoch} 轮（共 {epochs} 轮）的验证损失最低，为 {loss}；此后各轮没有任何改善。',
  'report.enoughEpochs':
    '第 {epoch} 轮（共 {epochs} 轮）已几乎达到最佳：验证损失为 {loss}，而最低值为第 {bestEpoch} 轮的 {best}。此后各轮的改善最多只有 2%。',
  'report.validationRises':
    '后来只是死记训练数据：第 {bestEpoch} 轮（共 {epochs} 轮）之后，验证损失从 {best} 升到 {end}（最后 {last} 轮的中位数），而训练损失从 {trainingThen} 降到 {trainingEnd}。训练约 {bestEpoch} 轮即可。',
  'report.validationBelow':
    '验证 MSE（{validation}）低于训练 MSE（{training}）。仅凭这一点不能说明是否过拟合：两者的噪声也不同：验证集为 {validationNoise}，训练集为 {trainingNoise}。',
  'report.units':
    '在测试集上：MAE 为 {mae}，单位与 {y} 相同；MSE 为 {mse}，单位是 {y} 的平方，其平方根为 {root}。测试集的 {y} 从 {low} 到 {high}。这些都不是百分比。',
  'report.validationQuieter':
    '验证集的噪声比训练集小：均方值为 {validation}，训练集为 {training}，少 {percent}%。即使模型完全找到了曲线，在验证集上也会因此显得更好。',
  'report.validationNoisier':
    '验证集的噪声比训练集大：均方值为 {validation}，训练集为 {training}，多 {percent}%。即使模型完全找到了曲线，在验证集上也会因此显得更差。',
  'report.quantizedSame':
    '体积优化文件（{bytes} 字节，浮点文件 {float} 字节）对 {count} 个测试输入的输出都与浮点文件相同：其中没有量化任何内容。',
  'report.quantizedDiffers':
    '体积优化文件（{bytes} 字节，浮点文件 {float} 字节）在 {count} 个测试输入上与浮点文件最多相差 {difference}。',
  'report.int8Same': 'int8 文件与浮点文件一样好：测试集的 MSE 为 {int8}，浮点为 {float}。',
  'report.int8Costs': 'int8 文件损失了精度：测试集的 MSE 为 {int8}，浮点为 {float}，多 {percent}%。',
  'report.int8CostsMuch': 'int8 文件损失了精度：测试集的 MSE 为 {int8}，浮点为 {float}。',
  'report.int8Better':
    '由于舍入的巧合，int8 文件比浮点文件更好：测试集的 MSE 为 {int8}，浮点为 {float}，少 {percent}%。',
  'report.int8Smaller': '它有 {int8} 字节，比 {float} 字节的浮点文件少 {percent}%。',
  'report.int8NotSmaller':
    '它有 {int8} 字节，比 {float} 字节的浮点文件多 {percent}%：网络这么小，缩放系数占用的比权重节省的还多。',
  'report.int8Worse':
    'int8 文件比浮点文件差得多：MSE 为 {int8}，浮点为 {float}。所有输入共用一个 int8 缩放系数，在 256 级中，列“{column}”只占约 {steps} 级。请把 CSV 文件中各列调整到相近的范围，或使用浮点文件。',
  'report.tutorial': '教程的说法',
  'report.tutorial.says': '教程说',
  'report.tutorial.got': '本次训练得到',
  'report.tutorial.why': '原因',
  'report.says.firstModel': '第一个模型最终的验证损失约为 0.155，MAE 为 0.305。',
  'report.says.secondModel': '第二个模型最终的验证损失约为 0.015，MAE 为 0.10。',
  'report.says.percent': 'MSE 为 0.155 表示“偏差 15%”，MAE 为 0.305 表示“30%”。',
  'report.says.overfits': '第一个模型过拟合。',
  'report.says.validationBelow': '验证损失低于训练损失，所以没有过拟合。',
  'report.says.quantized': '经过体积优化的文件是量化的。',
  'report.says.sizes': '两个文件分别为 2732 KB 和 2720 KB，数组为 2640。',
  'report.says.program': '程序使用 ErrorReporter 和 AllOpsResolver，数组则照搬 xxd 的输出。',
  'report.got.losses': '最后一轮之后，验证损失为 {loss}，MAE 为 {mae}。',
  'report.got.errors': '测试 MSE 为 {mse}，测试 MAE 为 {mae}。',
  'report.got.bothLosses': '最后一轮之后，训练损失为 {training}，验证损失为 {validation}。',
  'report.got.sizes': '浮点文件 {float} 字节，体积优化文件 {quantized} 字节。',
  'report.got.program':
    '面向当前版本 TensorFlow Lite Micro 的程序，只注册模型用到的算子；{array} 中的数组（{bytes} 字节）是 const，并按 16 字节对齐。',
  'report.why.escaped':
    '这次的初始权重没有陷入停滞：训练损失从 {first} 降到 {last}。换一个权重种子，可能会像教程中那样停滞。',
  'report.why.noiseFloor': '仅噪声就会在验证集上带来 {noise}；除非碰巧，没有模型能做得更好。',
  'report.why.noNoise': '本次训练的数据没有噪声，因此没有这样的下限：误差全部来自模型自身。',
  'report.why.percent':
    'MAE 的单位与 y 相同，MSE 的单位是 y 的平方（其平方根为 {root}），而这里的 y 从 {low} 到 {high}；要说百分比，得先说清是什么的百分比。',
  'report.why.overfits': '验证 MSE 是训练 MSE 的 {ratio} 倍。远大于 1 才是过拟合；两者同样差则是欠拟合。',
  'report.why.splitNoise':
    '各数据集的噪声并不相同：验证集为 {validation}，训练集为 {training}。仅此就会使损失产生差别。',
  'report.why.quantized':
    '转换器会让小张量保持浮点。用于开发板时，请使用 int8 文件：{bytes} 字节，测试 MSE 为 {mse}。',
  'report.why.sizes':
    '单位是字节，不是千字节：{bytes} 字节等于 {kilobytes} KB；而且 {array} 中数组的字节数与文件相同。',
  'report.why.program':
    '这两者已从库中移除；而且字节数组可能从任意地址开始，有些内核无法从这样的地址读取整字。',
};
