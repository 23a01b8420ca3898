import type { project as en } from '../en/project';

export const project: Readonly<Record<keyof typeof en, string>> = {
  'project.text': '“{key}”必须是 1 到 200 个字符的文本。',
  'project.texts': '“{key}”必须是方括号中由 1 到 {maximum} 个文本组成的列表。',
  'project.csvPath':
    '“{file}”必须是与项目文件同一文件夹或其下级文件夹中的文件路径，文件夹之间用 /。请把数据复制到那里。',
  'project.targetIsInput': '列“{target}”已经是输入。把目标告诉网络，它就什么也学不到。',
  'project.inputTwice': '列“{name}”在输入中出现了两次。请删去其中一个。',
  'project.csv.empty': '{file} 是空的。第一行应写列名，之后每行给出各列的数字。',
  'project.csv.fewRows': '{file} 只有 {rows} 行数字；训练、测试和验证至少需要 {fewest} 行。请增加数据。',
  'project.csv.noColumn':
    '{file} 第 {line} 行：没有名为“{column}”的列。现有的列：{columns}。请更正 tinyml.json 或该文件中的名称。',
  'project.csv.notANumber':
    '{file} 第 {line} 行：列“{column}”中的“{text}”不是有限的数字。请更正或删除这一行。',
  'project.csv.noNumber': '{file} 第 {line} 行：列“{column}”中没有数字。请补上，或删除这一行。',
  'project.csv.rowWidth':
    '{file} 第 {line} 行：有 {fields} 个字段，而第一行写了 {expected} 个列名。请更正或删除这一行。',
  'project.csv.manyRows': '{file} 第 {line} 行：这里无法用超过 {most} 行的数据训练。请只保留一部分。',
  'project.csv.tooWide': '{file} 超过 {columns} 列。请只保留用到的列。',
  'project.csv.longLine': '{file} 第 {line} 行：这一行超过一百万个字符。它真的是每行一条记录的 CSV 文件吗？',
  'project.csv.absent':
    '找不到 {file}；tinyml.json 中的路径相对于 tinyml.json 所在的文件夹。请更正路径，或把文件复制到那里。',
  'project.csv.unreadable': '无法读取 {file}（{detail}）。请检查是否有读取权限。',
  'project.csv.tooLarge': '{file} 有 {megabytes} MB；最多读取 {maximum} MB 的文件。请只保留一部分。',
  'project.problem': '{file} 第 {line} 行第 {column} 列：{what}',
  'project.progress.title': 'TinyML：正在读取数据',
  'project.progress.rows': '{file}：已读取 {rows} 行',
  'project.csv.hugeNumber':
    '{file} 第 {line} 行：列“{column}”中的 {text} 太大，无法计算：它的平方超出 32 位浮点数的范围。请更正或删除这一行，或换用更大的单位。',
  'project.diverged.row':
    '训练超出了数字可表示的范围。{file} 第 {line} 行：列“{column}”是 {value}，远离该列的所有其他值。请更正或删除这一行；若它没有错，请把学习率改为十分之一再试。',
  'project.diverged.scale':
    '训练超出了数字可表示的范围：{file} 的列“{column}”中的值大到 {value}。请在 tinyml.json 中把“normalize”设为“standard”，或使用小得多的学习率。',
  'project.cost.seconds': '将训练 {parameters} 个参数：权重约 {kilobytes} KB，用时不到一分钟。',
  'project.cost.minutes': '将训练 {parameters} 个参数：权重约 {kilobytes} KB，大约需要 {minutes} 分钟。',
  'project.cost.hours': '将训练 {parameters} 个参数：权重约 {kilobytes} KB，大约需要 {hours} 小时。',
  'project.cost.question': '仍要训练吗？',
  'project.train': '训练',
  'project.lens.train': '训练',
  'project.lens.parameters': '{parameters} 个参数',
  'project.choose': '选择要训练的项目文件',
  'project.none': '此工作区中没有 tinyml.json。可用“TinyML: 新建项目文件”创建。',
  'project.new.noColumns': '{file} 中没有两列数字，或第一行没有列名。请选择其他文件，或补上列名。',
  'project.new.exists': '{file} 已存在，现按原样打开。',
  'project.new.noFolder': '没有打开文件夹，因此新项目文件尚未保存：请另存为 tinyml.json。',
  'project.new.untrusted':
    '此工作区不受信任，因此没有写入新项目文件：请自行另存为 tinyml.json，或信任该工作区后重试。',
};
