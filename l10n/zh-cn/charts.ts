import type { charts as en } from '../en/charts';

export const charts: Readonly<Record<keyof typeof en, string>> = {
  'charts.showAsTable': '以表格显示',
  'charts.tableThinned': '从 {rows} 行中均匀选取 {shown} 行。',
  'charts.series': '序列',
  'charts.legend': '“{title}”的序列',
  'charts.zoomIn': '放大',
  'charts.zoomOut': '缩小',
  'charts.showAll': '显示全部',
  'charts.tools': '“{title}”的工具',
  'charts.savePng': '保存为 PNG',
  'charts.saveCsv': '保存为 CSV',
  'charts.keys':
    '{title}。加号和减号键缩放，左右方向键平移，0 键显示全部。用鼠标时，拖选一段或滚动滚轮即可缩放。',
  'charts.summary.chart': '{title}。横轴 {x}，纵轴 {y}。',
  'charts.summary.none': '{name}：没有数值。',
  'charts.summary.points': '{name}：{count} 个点，范围 {lowest} 到 {highest}。',
  'charts.summary.line': '{name}：{count} 个值，起点 {first}，终点 {last}，最低 {lowest}，最高 {highest}。',
};
