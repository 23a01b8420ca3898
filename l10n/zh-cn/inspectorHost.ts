import type { inspectorHost as english } from '../en/inspectorHost';

export const inspectorHost: Record<keyof typeof english, string> = {
  'inspectorHost.workerFailed':
    '读取模型的工作线程出错，无法读取模型：{reason}。请关闭其他文件后重新打开该模型。',
  'inspectorHost.workerEnded': '读取模型的工作线程过早结束（退出代码 {code}）。请重新打开该模型。',
  'inspectorHost.modelClosed': '模型已关闭，或尚未读完。请重新打开。',
  'inspectorHost.isFolder': '{file} 是文件夹。请选择其中的 .tflite 文件。',
  'inspectorHost.tooLarge':
    '{file} 有 {megabytes} MB；最多可打开 {maximum} MB 的模型。微控制器放不下它：请检查更小的模型。',
  'inspectorHost.absent': '{file} 已不存在。文件恢复后，检查器会重新显示它。',
  'inspectorHost.unreadable': '无法读取 {file}（{detail}）。请确认您有读取权限。',
  'inspectorHost.cannotWrite': '无法写入 {file}（{detail}）。原有内容保持不变。请选择您有写入权限的文件夹。',
  'inspectorHost.exportTo': '选择写入位置',
  'inspectorHost.noNumbers': '{tensor} 在此文件中没有数值，因此没有可导出的内容。请选择常量张量。',
  'inspectorHost.noGit': '此窗口中无法使用 Git，因此读不到 {file} 的已提交版本。请启用 VS Code 的 Git 扩展。',
  'inspectorHost.noRepository': '{file} 不在此窗口打开的任何 Git 仓库中。请打开仓库所在的文件夹。',
  'inspectorHost.notInHead': '最近一次提交（HEAD）中没有 {file}。请先提交一次再比较。',
  'inspectorHost.lens': '检查模型（{bytes} 字节）',
  'inspectorHost.chooseModel': '选择模型',
  'inspectorHost.chooseBefore': '选择要比较的第一个模型',
  'inspectorHost.chooseAfter': '选择与之比较的模型',
  'inspectorHost.browse': '浏览…',
  'inspectorHost.modelFiles': 'TensorFlow Lite 模型',
  'inspectorHost.sourceFiles': 'C 和 C++ 源代码',
  'inspectorHost.noArray':
    '{file} 中没有数组包含模型：模型的第 4 到 7 字节是“TFL3”。请选择包含模型的文件，例如由 xxd -i 生成的文件。',
  'inspectorHost.chooseArray': '有多个数组包含模型：请选择一个',
  'inspectorHost.arrayPlace': '第 {line} 行，{bytes} 字节',
  'inspectorHost.checking': 'TinyML：正在检查模型',
  'inspectorHost.noModels': '此工作区中没有模型：既没有 .tflite 文件，也没有包含模型的 C 或 C++ 数组。',
  'inspectorHost.checked': '已检查 {models} 个模型：{errors} 个错误，{warnings} 个警告。',
  'inspectorHost.checkedDamaged':
    '已检查 {models} 个模型：{errors} 个错误，{warnings} 个警告。已损坏或不是模型的文件：{damaged}。打开它们可查看损坏位置。',
  'inspectorHost.showProblems': '显示问题',
  'inspectorHost.overwrite': '{files} 已存在且内容不同。要覆盖吗？',
  'inspectorHost.exported': '已写入：{files}。',
  'inspectorHost.damagedExport':
    '{file} 已损坏或根本不是模型，因此没有导出。请在检查器中打开它查看损坏位置。',
  'inspectorHost.tooLargeForArray': '{file} 太大，不适合写成源代码：最多可写 {maximum} MB 的数组。',
};
