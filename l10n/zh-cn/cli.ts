import type { cli as english } from '../en/cli';

export const cli: Record<keyof typeof english, string> = {
  'cli.about': 'TinyML Workbench：在终端里从数据走到开发板上的模型。',
  'cli.usage': '用法：{syntax}',
  'cli.subcommands': '子命令：',
  'cli.options': '所有子命令通用的选项：',
  'cli.option.lang': '界面语言：en 或 zh-cn；默认使用系统语言',
  'cli.option.help': '说明子命令的作用和参数',
  'cli.option.version': '版本号',
  'cli.exitCodes':
    '退出代码：0 表示完成；1 表示输入有问题（stderr 上有一句话说明是什么、在哪里）；2 表示用法错误。',
  'cli.unknownSubcommand':
    '没有名为“{name}”的子命令。可用的子命令：{names}。`tinyml --help` 说明各自的作用。',
  'cli.wrongUsage': '{what}正确写法见 `tinyml {name} --help`。',
  'cli.help.train':
    '在终端里训练整个教程（sine）或一个项目文件：生成的文件与编辑器中的“TinyML: 训练正弦模型”和“TinyML: 训练模型”逐字节相同。',
  'cli.help.run': '每行一次推理：一个 JSON 数组，模型的每个输入对应一个原始数值的一维数组；输出同理。',
  'cli.help.inspect': '显示检查器的内容：算子、张量、量化、大小和检查结果。',
  'cli.help.check':
    '模型能在开发板上运行吗？列出 .tflite 或 C 源代码数组的检查结果及代码；有错误时退出代码为 1，适合 CI。',
  'cli.help.parse': '把串口文本行转换为 JSON 行：每一行被当作什么，以及原因。',
  'cli.help.verify': '检查 .tflite 文件是否完好；若不完好，指出坏在哪里。',
  'cli.unknownOption': '没有选项 {option}。',
  'cli.valueMissing': '{option} 后面需要一个值。',
  'cli.valueLikeOption':
    '{option} 需要一个值，而 {value} 看起来像选项。如果它就是该值，请写成 {option}={value}。',
  'cli.valueNotTaken': '{option} 不带值。请删除 = 及其后的内容。',
  'cli.oneFile': '需要且只需要一个文件。',
  'cli.file.absent': '找不到文件 {file}。请检查路径（相对于当前文件夹）。',
  'cli.file.isFolder': '{file} 是文件夹，不是文件。请指定其中的一个文件。',
  'cli.file.unreadable': '无法读取 {file}（{detail}）。请确认您有读取权限。',
  'cli.train.onlySine': '请指明要训练什么：教程用 `sine`，或给出一个项目文件，例如 tinyml.json。',
  'cli.train.badOut': '--out 需要一个文件夹名。',
  'cli.train.badEngine': '没有名为“{name}”的引擎；可用的引擎是 builtin 和 tensorflow。',
  'cli.train.badSeed': '--seed 需要 0 到 4294967295 之间的整数，而不是“{text}”。',
  'cli.train.changedFiles':
    '{folder} 中有 {count} 个文件不是由本程序写入的，或之后被改动过：{files}。这些文件没有被覆盖。请移走它们，用 --out 写到别处，或用 --force 覆盖。',
  'cli.train.costly': '{cost}尚未开始训练：加上 --yes 即可照样训练，或减小网络、减少轮数。',
  'cli.train.interrupted': '已停止：{name} 学习了 {epoch} 轮。没有写入任何文件。',
  'cli.train.progress': '{name}：第 {epoch}/{epochs} 轮，损失 {loss}',
  'cli.train.model': '{name}：{parameters} 个参数，{epochs} 轮，测试 MSE {mse}，测试 MAE {mae}',
  'cli.train.converted': '{path}：{bytes} 字节，测试 MSE {mse}，测试 MAE {mae}',
  'cli.train.done': '{count} 个文件已写入 {folder}，用时 {seconds} 秒。',
  'cli.verify.sound': '{file} 是完好的 .tflite 文件，共 {bytes} 字节。',
  'cli.verify.broken': '{file} 不是完好的 .tflite 文件：',
  'cli.run.badLine':
    '输入的第 {line} 行不是“每个模型输入对应一个数值一维数组”的 JSON 数组，例如 [[0.5]]。之前的行已得到结果；请改正后重新运行。',
  'cli.run.refusedLine': '输入的第 {line} 行与模型不符。{why}之前的行已得到结果。',
};
