import type { jobs as english } from '../en/jobs';

export const jobs: Record<keyof typeof english, string> = {
  'jobs.save.noRoom': '磁盘空间不足，无法写入 {file}。没有改动任何文件。请腾出空间，或保存到其他文件夹。',
  'jobs.save.notAllowed': '没有写入 {file} 的权限。没有改动任何文件。请授予写入权限，或保存到其他文件夹。',
  'jobs.save.failed':
    '写入 {file} 失败（{detail}）。没有改动任何文件。请确认文件夹可以访问，或保存到其他文件夹。',
  'jobs.save.folderIsFile': '无法创建输出文件夹 {folder}：已有同名文件。请重命名该文件，或保存到其他文件夹。',
  'jobs.save.fileIsFolder':
    '要写入 {file} 的位置上有一个同名文件夹。没有改动任何文件。请重命名该文件夹，或保存到其他文件夹。',
  'jobs.save.halfway':
    '只有部分文件写入了 {folder}（{detail}）。已写入：{written}。未写入：{missing}。请在文件夹可写后再次保存，或保存到其他文件夹。',
};
