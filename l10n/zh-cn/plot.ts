import type { plot as en } from '../en/plot';

export const plot: Readonly<Record<keyof typeof en, string>> = {
  'plot.size': '{rows} 行，{columns} 列',
  'plot.openSource': '以文本方式打开',
  'plot.along': '横轴',
  'plot.row': '行号',
  'plot.value': '值',
  'plot.nothingToDraw': '没有第二列可画。请在横轴中选择行号。',
  'plot.notes': '关于文件读取方式的 {count} 条说明',
};
