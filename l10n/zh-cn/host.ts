import type { host as english } from '../en/host';

export const host: Record<keyof typeof english, string> = {
  'host.showLog': '显示日志',
  'host.defect': 'TinyML Workbench 出现内部错误：{message}。详细信息见日志。',
  'host.fileSystem': '无法使用某个文件或文件夹（{detail}）。请确认它存在且您有读写权限，然后重试。',
  'host.plot.choose': '选择要绘制的 CSV 文件',
  'host.plot.csvFiles': 'CSV 文件',
  'host.plot.allFiles': '所有文件',
  'host.save.title': '另存为',
  'host.save.saved': '{file} 已保存。',
  'host.save.open': '打开',
  'host.training.progress': 'TinyML：训练中',
  'host.training.starting': '{name} 开始学习',
  'host.training.epoch': '{name}：第 {epoch}/{epochs} 轮，损失 {loss}',
  'host.training.stopping': '本轮结束后停止',
  'host.training.converting': '正在生成文件',
  'host.training.alreadyRunning': '此窗口中已有训练在进行，请看训练页面。要开始新的训练，请先停止它。',
  'host.training.notRunning': '此窗口中没有正在进行的训练。',
  'host.training.finished': '{name} 训练完成：测试数据上的均方误差为 {mse}，共用 {seconds} 秒。',
  'host.training.stopped':
    '已停止：{name} 学习了 {epoch} 轮，保留其中最佳的第 {bestEpoch} 轮权重（测试数据上的均方误差为 {mse}）。',
  'host.training.openFile': '打开 {file}',
  'host.training.showFiles': '显示文件',
  'host.files.saved': '{count} 个文件已写入 {folder}。',
  'host.files.kept': '保留了您改动过的文件：{files}。',
  'host.files.saveTo': '保存到…',
  'host.files.saveHere': '保存到此处',
  'host.files.chooseFolder': '选择保存本次运行文件的文件夹',
  'host.files.noFolder': '没有打开文件夹，因此文件保存在内存中。选择“保存到…”可将其写入某个文件夹。',
  'host.files.untrusted':
    '此工作区不受信任，因此没有向其中写入任何内容；文件保存在内存中。请信任工作区后重新训练，或选择“保存到…”。',
  'host.files.cancelled': '没有向 {folder} 写入任何内容；文件保存在内存中。选择“保存到…”可写入其他文件夹。',
  'host.files.stoppedEarly':
    '{last} 尚未开始学习，因此文件由 {model} 生成并保存在内存中，输出文件夹中先前的结果保持不变。选择“保存到…”可将其写入某个文件夹。',
  'host.files.changed':
    '{folder} 中有 {count} 个文件不是由 TinyML Workbench 写入的，或之后被改动过。要覆盖吗？',
  'host.files.overwrite': '覆盖',
  'host.files.keepMine': '保留我的，写入其余文件',
  'host.files.nothingToSave': '没有可保存的文件：请先用“TinyML: 训练正弦模型”训练一个模型。',
  'host.files.saveFirst': '{file} 只在内存中。请先在训练页面选择“保存到…”，再从文件夹中打开它。',
  'host.files.noFolderYet': '本次运行的文件尚未保存到任何文件夹。请在训练页面选择“保存到…”。',
  'host.outputFolder.absolute':
    '设置“tinyml.outputFolder”的值是“{folder}”，它不是相对于工作区文件夹的路径。请填写工作区内的文件夹，例如“sine_model”。',
  'host.outputFolder.leaves':
    '设置“tinyml.outputFolder”的值是“{folder}”，它指向工作区之外。请填写工作区内的文件夹，例如“sine_model”。',
  'host.outputFolder.badName':
    '设置“tinyml.outputFolder”的值是“{folder}”，它并非在所有系统上都是有效的文件夹名。请使用不含特殊字符的名称，例如“sine_model”。',
  'host.outputFolder.link':
    '输出文件夹“{folder}”中的“{name}”是符号链接，可能指向工作区之外。请在设置“tinyml.outputFolder”中填写真实的文件夹。',
  'host.plot.isFolder': '{file} 是文件夹。请选择其中的 CSV 文件。',
  'host.plot.tooLarge': '{file} 有 {megabytes} MB；最多可绘制 {maximum} MB 的文件。请只绘制其中一部分。',
  'host.plot.absent': '{file} 已不存在。文件恢复后，图表会重新出现。',
  'host.plot.unreadable': '无法读取 {file}（{detail}）。请确认您有读取权限。',
  'host.plot.cannotOpen': '无法以文本方式打开 {file}：它可能太大，或已不存在。',
};
