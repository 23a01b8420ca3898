import type { host as english } from '../en/host';

export const host: Record<keyof typeof english, string> = {
  'host.showLog': '显示日志',
  'host.defect': 'TinyML Workbench 自身出现了缺陷：{message}。详细信息见日志。',
  'host.plot.choose': '选择要绘制的 CSV 文件',
  'host.plot.csvFiles': 'CSV 文件',
  'host.plot.allFiles': '所有文件',
};
