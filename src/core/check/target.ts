/** The targets whose kernels and struct layouts are known. */
export const targetNames = [
  'cortex-m-ref',
  'cortex-m4-cmsis-nn',
  'cortex-m55-cmsis-nn',
  'esp32-ref',
  'x86-64-ref',
] as const;

export type TargetName = (typeof targetNames)[number];

export const defaultTarget: TargetName = 'cortex-m-ref';

export function isTargetName(name: string): name is TargetName {
  return (targetNames as readonly string[]).includes(name);
}

/** Which library's kernels run where TFLM offers a choice. */
export function kernelsOf(target: TargetName): 'reference' | 'cmsis-nn' {
  return target === 'cortex-m4-cmsis-nn' || target === 'cortex-m55-cmsis-nn' ? 'cmsis-nn' : 'reference';
}
