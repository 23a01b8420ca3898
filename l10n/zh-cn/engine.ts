import type { engine as english } from '../en/engine';

export const engine: Record<keyof typeof english, string> = {
  'engine.nativeAbsent': 'TinyML Workbench 所在位置没有安装原生 TensorFlow（{package}）。',
  'engine.nativeNotThere': '{folder} 中没有原生 TensorFlow（{package}）。',
  'engine.nativeBroken': '无法加载位于 {folder} 的原生 TensorFlow（{package}）：{reason}。',
  'engine.fallback':
    '改由纯 JavaScript 的 TensorFlow.js {version} 训练；除舍入误差外，损失值相同。如需使用原生版本，请连同其原生部分一起安装，并在设置 tinyml.tensorflowPath（终端中为 --tensorflow-path）中填写其所在文件夹。',
};
