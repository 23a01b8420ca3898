import type { cli as english } from '../en/cli';

export const cli: Record<keyof typeof english, string> = {
  'cli.about': 'TinyML Workbench：在终端里从数据走到开发板上的模型。',
  'cli.usage': '用法：{syntax}',
  'cli.subcommands': '子命令：',
  'cli.options': '所有子命令通用的选项：',
  'cli.option.lang': '提示语言：en 或 zh-cn；默认使用系统语言',
  'cli.option.help': '说明子命令的作用和参数',
  'cli.option.version': '版本号',
  'cli.exitCodes':
    '退出码：0 表示完成；1 表示输入有问题（stderr 上有一句话说明是什么、在哪里）；2 表示用法错误。',
  'cli.unknownSubcommand':
    '没有名为“{name}”的子命令。可用的子命令：{names}。`tinyml --help` 说明各自的作用。',
  'cli.wrongUsage': '{what} 正确写法见 `tinyml {name} --help`。',
  'cli.help.train': '在终端里完成整个教程：生成的文件与编辑器中的“TinyML: 训练正弦模型”逐字节相同。',
  'cli.help.run': '每行一次推理：一个 JSON 数组，模型的每个输入对应一个原始数值的一维数组；输出同理。',
  'cli.help.verify': '检查 .tflite 文件是否完好；若不完好，指出坏在哪里。',
};
