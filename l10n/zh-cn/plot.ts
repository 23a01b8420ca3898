import type { plot as en } from '../en/plot';

export const plot: Readonly<Record<keyof typeof en, string>> = {
  'plot.size': '{rows} 行，{columns} 列',
  'plot.openSource': '以文本方式打开',
  'plot.along': '横轴',
  'plot.row': '行号',
  'plot.value': '值',
  'plot.zoomIn': '放大',
  'plot.zoomOut': '缩小',
  'plot.showAll': '显示全部',
  'plot.keys': '图表。加号和减号键缩放，左右方向键平移，0 键显示全部。用鼠标时，拖选一段或滚动滚轮即可缩放。',
  'plot.nothingToDraw': '没有第二列可画。请在横轴中选择行号。',
  'plot.notes': '关于文件读取方式的 {count} 条说明',
};
