/** Where the results of a project file go, and which: beside the file, in a folder of the project's name. */
import type { Project } from '../core/project/project';
import type { Files } from './saveFiles';

/** Where the file stands in such a folder already, as after a first training, it is that one. */
export function resultsFolder(project: Project, projectFolderName: string): readonly string[] {
  return projectFolderName === project.name ? [] : [project.name];
}

/** All but the project file, which stands there already, with its comments. */
export function resultsOf(files: Files): Files {
  return new Map([...files].filter(([path]) => path !== 'tinyml.json'));
}
