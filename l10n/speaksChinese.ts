/** Whether a reader of this locale (`zh-CN`, `zh-TW`, `zh_HK.UTF-8`; not `en`, `de`) is answered in Chinese. */
export function speaksChinese(locale: string | undefined): boolean {
  return /^zh\b/i.test((locale ?? '').replaceAll('_', '-'));
}
