export const plot = {
  'plot.size': '{rows} {rows?row|rows}, {columns} {columns?column|columns}',
  'plot.openSource': 'Open as text',
  'plot.along': 'Along x',
  'plot.row': 'Row',
  'plot.value': 'Value',
  'plot.zoomIn': 'Zoom In',
  'plot.zoomOut': 'Zoom Out',
  'plot.showAll': 'Show All',
  'plot.keys':
    'Chart. Plus and minus zoom, the left and right arrows move, 0 shows everything. Drag over a stretch or turn the wheel to zoom with the mouse.',
  'plot.nothingToDraw': 'There is no second column to draw. Choose the row number along x.',
  'plot.notes': '{count} {count?note|notes} on how the file was read',
} as const;
