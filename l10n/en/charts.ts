export const charts = {
  'charts.showAsTable': 'Show as table',
  'charts.tableThinned': '{shown} rows, evenly spread over {rows}.',
  'charts.series': 'Series',
  'charts.legend': 'Series of “{title}”',
  'charts.summary.chart': '{title}. {y} over {x}.',
  'charts.summary.none': '{name}: no values.',
  'charts.summary.points': '{name}: {count} {count?point|points}, from {lowest} to {highest}.',
  'charts.summary.line':
    '{name}: {count} {count?value|values}, from {first} at the start to {last} at the end, lowest {lowest}, highest {highest}.',
} as const;
