export const plot = {
  'plot.size': '{rows} {rows?row|rows}, {columns} {columns?column|columns}',
  'plot.openSource': 'Open as Text',
  'plot.along': 'Along x',
  'plot.row': 'Row',
  'plot.value': 'Value',
  'plot.nothingToDraw': 'There is no second column to draw. Choose the row number along x.',
  'plot.notes': '{count} {count?note|notes} on how the file was read',
} as const;
