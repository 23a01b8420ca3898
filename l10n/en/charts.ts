export const charts = {
  'charts.showAsTable': 'Show as Table',
  'charts.tableThinned': '{shown} rows, evenly spread over {rows}.',
  'charts.series': 'Series',
  'charts.legend': 'Series of “{title}”',
  'charts.zoomIn': 'Zoom In',
  'charts.zoomOut': 'Zoom Out',
  'charts.showAll': 'Show All',
  'charts.tools': 'Tools of “{title}”',
  'charts.savePng': 'Save as PNG',
  'charts.saveCsv': 'Save as CSV',
  'charts.keys':
    '{title}. Plus and minus zoom, the left and right arrows move, 0 shows everything. Drag over a stretch or turn the wheel to zoom with the mouse.',
  'charts.summary.chart': '{title}. {y} over {x}.',
  'charts.summary.none': '{name}: no values.',
  'charts.summary.points': '{name}: {count} {count?point|points}, from {lowest} to {highest}.',
  'charts.summary.line':
    '{name}: {count} {count?value|values}, from {first} at the start to {last} at the end, lowest {lowest}, highest {highest}.',
} as const;
