import type { nn as english } from '../en/nn';

export const nn: Record<keyof typeof english, string> = {
  'nn.noTrainingSamples': '没有可用于训练的数据：训练集不含任何样本。请增加样本数，或提高训练集所占的比例。',
  'nn.trainingSampleNotFinite':
    '训练未开始：训练数据的第 {sample} 个样本不是有限数值。请更正或删除该样本后重新训练。',
  'nn.validationSampleNotFinite':
    '训练未开始：验证数据的第 {sample} 个样本不是有限数值。请更正或删除该样本后重新训练。',
  'nn.diverged':
    '训练在第 {epoch} 轮终止：损失或某个权重已超出数值范围（学习率 {learningRate}，批大小 {batchSize}）。请把学习率缩小到十分之一再试。',
  'nn.alreadyTraining': '已有一个模型正在训练。请先停止该训练，或等待其结束。',
  'nn.workerFailed':
    '训练进程出错：{reason}。磁盘上的文件没有任何改动。请重新训练；如果仍然失败，请重新加载窗口。',
  'nn.workerEnded':
    '训练进程意外退出，退出代码为 {code}。磁盘上的文件没有任何改动。请重新训练；如果模型或数据集很大，请先将其缩小。',
  'nn.workerClosed': '训练在得出结果之前被终止。',
  'nn.csvRowWidth': '第 {line} 行有 {values} 个值，而应为 {expected} 个，已略去该行。',
  'nn.csvTooManyRows':
    '文件超过 {rows} 行数据：第 {line} 行及其后的内容已略去。如需查看其余部分，请拆分文件。',
  'nn.csvColumnWithoutNumbers': '列“{column}”中没有数字，已略去。',
  'nn.csvNotANumber': '第 {line} 行第 {field} 个字段：“{text}”不是数字，图中此处留空。',
  'nn.csvMoreNotes': '另有 {count} 处被略去或读作空缺。',
  'nn.csvEmpty': '文件中没有数字。可绘制的 CSV 文件每行是一组数字，以逗号、分号、制表符或空格分隔。',
  'nn.jsonComma': '{found} 前缺少逗号。请在那里补上。',
  'nn.jsonColon': '{found} 前缺少冒号。请在名称与值之间补上。',
  'nn.jsonValue': '{found} 前缺少值。请补上：数字、英文双引号中的文本、方括号中的列表，或花括号中的对象。',
  'nn.jsonName': '{found} 前缺少用英文双引号括起来的名称。请补上名称和冒号，或删除此处的内容。',
  'nn.jsonBracket': '此处缺少 {bracket}。请在列表或对象结束的地方补上。',
  'nn.jsonText': '此文本没有结束。请在末尾补上英文双引号。',
  'nn.jsonComment': '此注释没有结束。请在末尾补上 */。',
  'nn.jsonSymbol': '{found} 不能写在此处。名称和文本请用英文双引号括起来，数字请写成 0.5 或 1e-3 这样。',
  'nn.jsonEscape': '此文本含有 JSON 不允许的反斜杠或控制字符。路径请用 /，反斜杠请写作 \\\\。',
  'nn.jsonEndsEarly': '文件在一项的中间就结束了。请补全该项，并补上尚未闭合的括号。',
  'nn.jsonRest': '项目在 {found} 之前已经结束。请删除其后的内容，或删除过早出现的右花括号。',
  'nn.jsonNotAnObject': '项目文件应是一个用花括号括起来的 JSON 对象。请从新的项目文件开始。',
  'nn.jsonUnknownKey': '项目文件中没有“{key}”这一项。此处可用：{known}。',
  'nn.jsonKeyTwice': '“{key}”在此处重复出现。请删除其中一个。',
  'nn.jsonMissing': '缺少“{key}”。请补上。',
  'nn.jsonObject': '“{key}”必须是用花括号括起来的 JSON 对象。',
  'nn.jsonList': '“{key}”必须是由 1 到 {maximum} 个对象组成的列表，用方括号括起来。',
  'nn.jsonOneOf': '“{key}”必须是以下之一：{words}。',
  'nn.jsonIdentifier':
    '“{key}”必须是由字母、数字和下划线组成的名称，以字母开头，最长 64 个字符：它会用于文件名和 C 源代码。',
  'nn.jsonWholeNumber': '“{key}”必须是 {minimum} 到 {maximum} 之间的整数。',
  'nn.jsonNumber': '“{key}”必须是 {minimum} 到 {maximum} 之间的数。',
  'nn.jsonNumberAbove': '“{key}”必须大于 {minimum}，且不超过 {maximum}。',
  'nn.projectSplitSum': '训练、测试和验证所占比例之和必须为 1，现在为 {sum}。',
  'nn.projectNameTwice': '有两个模型都名为“{name}”。请给其中一个改名。',
  'nn.projectLastLayer': '最后一层必须只有 1 个单元，因为每个样本只有一个要预测的值；现在有 {units} 个。',
  'nn.projectTooLarge': '该模型将有 {parameters} 个参数，而这里最多可训练 {most} 个。请缩小各层。',
  'nn.csvTooWide': '文件超过 {columns} 列，无法绘制。请只保留需要查看的列。',
};
