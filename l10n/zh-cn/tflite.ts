import type { tflite as english } from '../en/tflite';

export const tflite: Record<keyof typeof english, string> = {
  'tflite.isEmpty': '文件是空的（0 字节），里面没有模型。请从来源处重新获取。',
  'tflite.isTooShort': '文件只有 {bytes} 字节，而 .tflite 模型至少需要 8 字节才能识别。请从来源处重新获取。',
  'tflite.isJpeg': '这是一张 JPEG 图片，不是 .tflite 模型。请选择模型文件。',
  'tflite.isZip':
    '这是一个 zip 压缩包，不是 .tflite 模型。如果它是 .keras 文件，请先用 TensorFlow 的 TFLiteConverter 转换；否则请解压后选择其中的模型。',
  'tflite.isHdf5':
    '这是一个 HDF5 文件（Keras .h5），不是 .tflite 模型。请先用 TensorFlow 的 TFLiteConverter 转换，再打开转换结果。',
  'tflite.isGitLfsPointer': '这是 Git LFS 指针，不是模型本身。请在其仓库中运行“git lfs pull”，然后重新打开。',
  'tflite.hasNoIdentifier':
    '这不是 .tflite 模型：第 4 至 7 字节应为“TFL3”（54 46 4c 33），实际为 {found}。请选择其他文件，或从来源处重新获取此文件。',
  'tflite.otherVersion':
    '模型在字节 {offset} 处声明其格式版本为 {version}，而 TensorFlow Lite 只能读取版本 3。请用新版 TensorFlow 重新转换。',
  'tflite.offsetOutside':
    '文件在字节 {offset} 处（{trace}）已损坏：此处的偏移指向字节 {target}，而文件共 {fileBytes} 字节，那里不可能有内容。请从来源处重新获取。',
  'tflite.misaligned':
    '文件在字节 {offset} 处（{trace}）已损坏：{bytes} 字节的值必须位于 {bytes} 的倍数处。请从来源处重新获取。',
  'tflite.badVtable':
    '文件在字节 {offset} 处（{trace}）已损坏：此表的字段列表应位于字节 {vtable}，但那里并不是字段列表。请从来源处重新获取。',
  'tflite.fieldOutside':
    '文件在字节 {offset} 处（{trace}）已损坏：该字段超出了所属的表。请从来源处重新获取。',
  'tflite.vectorOutside':
    '文件在字节 {offset} 处（{trace}）已损坏：声明有 {count} 个元素（{bytes} 字节），超出了文件的剩余部分（文件共 {fileBytes} 字节）。请从来源处重新获取。',
  'tflite.stringWithoutEnd':
    '文件在字节 {offset} 处（{trace}）已损坏：文本没有以零字节结尾。请从来源处重新获取。',
  'tflite.stringNotUtf8':
    '文件在字节 {offset} 处（{trace}）已损坏：文本不是 UTF-8 编码。请从来源处重新获取。',
  'tflite.unknownUnionTag':
    '文件在字节 {offset} 处（{trace}）引用了选项表 {tag}，版本 3 的格式中没有该表。文件可能已损坏，或比本程序更新：请从来源处重新获取，或面向较旧的 TensorFlow Lite 重新转换。',
  'tflite.halfUnion':
    '文件在字节 {offset} 处（{trace}）已损坏：表的类别（标记 {tag}）和表本身必须同时存在或同时缺失。请从来源处重新获取。',
  'tflite.unknownMember':
    '文件在字节 {offset} 处（{trace}）的值为 {value}，它不属于版本 3 格式的 {list}。文件可能已损坏，或比本程序更新：请从来源处重新获取，或面向较旧的 TensorFlow Lite 重新转换。',
  'tflite.indexOutside':
    '文件在字节 {offset} 处（{trace}）已损坏：索引 {index} 没有对应的对象，{list} 共有 {count} 个。请从来源处重新获取。',
  'tflite.bufferOutside':
    '文件在字节 {offset} 处（{trace}）已损坏：声明有 {bytes} 字节从字节 {start} 开始，但文件只有 {fileBytes} 字节。请从来源处重新获取。',
  'tflite.zeroPointTooLarge':
    '文件在字节 {offset} 处（{trace}）已损坏：零点 {value} 不适合任何张量类型。请从来源处重新获取。',
  'tflite.tooManyDimensions':
    '字节 {offset}（{trace}）处的张量称有 {count} 个维度，而张量最多有 {limit} 个维度。文件已损坏：请重新获取该文件。',
  'tflite.tooManyTables':
    '文件在字节 {offset} 处（{trace}）引用的表超过 {limit} 个，远多于同等大小模型应有的数量。文件已损坏，或是为耗尽读取程序的资源而制作的：请从可信的来源获取。',
  'tflite.tooManyBytes':
    '文件在字节 {offset} 处（{trace}）反复引用相同的字节，总量超过 {limit} 字节。文件已损坏，或是为耗尽读取程序的资源而制作的：请从可信的来源获取。',
  'tflite.tooLargeToWrite': '模型含有 {bytes} 字节数据，而 .tflite 文件最多为 2 GB。请缩小模型或对其量化。',
  'tflite.distantBuffersToWrite':
    '模型有 {count} 个缓冲区的数据位于文件末尾且尚未读取，因此无法重新写入。请先打开完整的文件。',
};
