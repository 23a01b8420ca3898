export const host = {
  'host.showLog': 'Show Log',
  'host.defect': 'TinyML Workbench ran into a defect of its own: {message}. Details are in the log.',
  'host.plot.choose': 'Choose a CSV file to plot',
  'host.plot.csvFiles': 'CSV files',
  'host.plot.allFiles': 'All files',
} as const;
