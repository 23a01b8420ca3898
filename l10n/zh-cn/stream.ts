export const stream = {
  'stream.fieldNotNumber': '第 {field} 个字段“{text}”不是数字',
  'stream.valueNotNumber': '“{label}”的值“{text}”不是数字',
  'stream.notAPair': '“{text}”不是“标签加数值”的形式',
  'stream.labelTwice': '标签“{label}”在这一行中出现了两次',
  'stream.jsonBroken': '这一行的开头像 JSON 对象，但内容不完整',
  'stream.flagUnknown': '无法识别标志“{flags}”：Teleplot 只有 t、xy、np、clr 和 g',
  'stream.tooManyFields': '这一行有 {fields} 个字段，超出了可绘制的数量',
  'stream.lineTooLong': '这一行超过了 {bytes} 字节',
  'stream.columnsDiffer': '这一行有 {found} 个值，而之前各行有 {expected} 个',
  'stream.labelsDiffer': '这一行的标签 {found} 与之前各行的 {expected} 不同',
  'stream.seriesCapped': '已有 {limit} 个序列，不再绘制“{label}”',
  'stream.frameChecksum': '第 {offset} 字节处的帧校验和为 {found}，应为 {expected}',
  'stream.frameSize': '第 {offset} 字节处的帧有 {bytes} 字节，不是每个样本 {sample} 字节的整数倍',
  'stream.noticeSeriesCapped':
    '开发板输出的序列超过 {limit} 个。只绘制前 {limit} 个，其余内容仍保留在控制台和原始录制中。请锁定格式，或减少输出的标签。',
  'stream.noticeNamesStopped':
    '开发板输出的不同标签已超过 {limit} 个，因此不再增加新序列。请检查波特率，以及标签中是否含有不断变化的数字，然后清空图表。',
  'stream.noticeLineTooLong':
    '有一行超过了 {bytes} 字节：开头部分显示在控制台，其余部分已跳过。请检查程序是否在每行末尾输出换行符。',
  'stream.noticeBaud': '收到的大部分内容不是文本。波特率很可能与程序使用的不一致，请换一个波特率。',
  'stream.noticeDropped': '图表的内存已满：从现在起将丢弃最早的数据行。录制文件会保留全部数据。',
  'stream.segmentColumns': '列发生了变化。',
  'stream.segmentReset': '开发板已重新启动。',
  'stream.segmentConnected': '开发板已连接。',
  'stream.triggerLevel': '“{series}”达到了 {value}。',
  'stream.triggerEdge': '“{series}”越过了 {level}。',
  'stream.triggerSilence': '已有 {seconds} 秒没有收到开发板的数据。',
  'stream.triggerNotFinite': '“{series}”不是有限的数值。',
  'stream.triggerText': '开发板输出：{text}',
  'stream.patternTooLong':
    '模式“{pattern}”超过了 {limit} 个字符，因此不会使用。请改为匹配这一行中较短的一段。',
  'stream.patternTooSlow':
    '模式“{pattern}”遇到某些行可能永远匹配不完，因此不会使用。请去掉重复的分组、环视和反向引用，重复（*、+）最多使用三次。',
  'stream.patternSyntax':
    '模式“{pattern}”不是正则表达式。如果要匹配 ( [ * + ? 等符号本身，请在前面加反斜杠。',
  'stream.formatUnknown':
    '无法识别格式“{format}”。请使用 auto、arduino、teleplot、csv、csv:分隔符、binary:通道数x类型 或 framed:通道数x类型（例如 binary:3xint16）。',
  'stream.parseUsage':
    '用法：tinyml parse [--format F] < 字节流。F 可以是 auto、arduino、teleplot、csv、csv:分隔符、binary:通道数x类型 或 framed:通道数x类型。无法识别“{argument}”。',
} as const;
