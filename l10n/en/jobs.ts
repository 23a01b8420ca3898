export const jobs = {
  'jobs.save.noRoom':
    'There is no room left on the disk to write {file}. No file was changed. Make room there, or save to another folder.',
  'jobs.save.notAllowed':
    'Writing {file} is not allowed. No file was changed. Allow writing there, or save to another folder.',
  'jobs.save.failed':
    'Writing {file} failed ({detail}). No file was changed. Check that the folder can be reached, or save to another one.',
  'jobs.save.folderIsFile':
    'The output folder {folder} cannot be made: a file of that name stands there. Rename the file, or save to another folder.',
  'jobs.save.fileIsFolder':
    'A folder stands where {file} is to be written. No file was changed. Rename the folder, or save to another one.',
  'jobs.save.halfway':
    'Only some of the files could be written to {folder} ({detail}). Written: {written}. Not written: {missing}. Save again when the folder can be written, or save to another one.',
} as const;
