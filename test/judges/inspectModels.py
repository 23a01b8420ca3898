"""Makes models with TensorFlow's converter, and reads models with TensorFlow's own schema classes.

stdin: {"make": folder or null, "read": [paths]}
stdout: {"made": [paths], "models": {path: {"version", "description", "subgraphs": [...]}}}
"""

import json
import os
import sys
import zipfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
import flatbuffers  # noqa: E402
from tensorflow.lite.python import schema_py_generated as schema  # noqa: E402

layers = tf.keras.layers

NETS = {
    "dense": ((4,), lambda: [layers.Dense(16, activation="relu"), layers.Dense(3)]),
    "dense_wide": ((32,), lambda: [layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")]),
    "conv": ((8, 8, 3), lambda: [layers.Conv2D(8, 3, padding="same", activation="relu6"), layers.Flatten(), layers.Dense(4)]),
    "conv_stride": ((9, 9, 1), lambda: [layers.Conv2D(4, 3, strides=2), layers.BatchNormalization(), layers.ReLU()]),
    "depthwise": ((8, 8, 4), lambda: [layers.DepthwiseConv2D(3), layers.Conv2D(6, 1), layers.GlobalAveragePooling2D()]),
    "pooling": ((8, 8, 2), lambda: [layers.MaxPooling2D(2), layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(2)]),
    "conv1d": ((16, 3), lambda: [layers.Conv1D(4, 3, padding="causal"), layers.GlobalAveragePooling1D()]),
    "sigmoid": ((6,), lambda: [layers.Dense(8, activation="tanh"), layers.Dense(1, activation="sigmoid")]),
}


def keras_model(name):
    tf.keras.utils.set_random_seed(7)
    shape, build = NETS[name]
    return tf.keras.Sequential([layers.Input(shape, batch_size=1), *build()]), shape


def samples(shape):
    generator = np.random.default_rng(1)
    return lambda: ([generator.normal(size=(1, *shape)).astype(np.float32)] for _ in range(8))


def convert(name, mode):
    model, shape = keras_model(name)
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    if mode == "float16":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tf.float16]
    elif mode == "dynamic":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    elif mode != "float":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.representative_dataset = samples(shape)
        if mode == "int16x8":
            ops = tf.lite.OpsSet.EXPERIMENTAL_TFLITE_BUILTINS_ACTIVATIONS_INT16_WEIGHTS_INT8
            converter.target_spec.supported_ops = [ops]
        else:
            converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
            converter.inference_input_type = tf.int8
            converter.inference_output_type = tf.int8
    return converter.convert()


def lstm():
    tf.keras.utils.set_random_seed(7)
    model = tf.keras.Sequential([layers.Input((5, 3), batch_size=1), layers.LSTM(4, unroll=True), layers.Dense(2)])
    return tf.lite.TFLiteConverter.from_keras_model(model).convert()


def two_signatures():
    class Both(tf.Module):
        def __init__(self):
            self.weight = tf.Variable(np.arange(12, dtype=np.float32).reshape(4, 3))

        @tf.function(input_signature=[tf.TensorSpec([1, 4], tf.float32)])
        def encode(self, x):
            return {"code": tf.matmul(x, self.weight)}

        @tf.function(input_signature=[tf.TensorSpec([1, 3], tf.float32)])
        def decode(self, y):
            return {"value": tf.matmul(y, tf.transpose(self.weight))}

    module = Both()
    functions = [module.encode.get_concrete_function(), module.decode.get_concrete_function()]
    folder = os.path.join(question["make"], "saved")
    tf.saved_model.save(module, folder, signatures={"encode": functions[0], "decode": functions[1]})
    return tf.lite.TFLiteConverter.from_saved_model(folder, signature_keys=["encode", "decode"]).convert()


def control_flow():
    @tf.function(input_signature=[tf.TensorSpec([1], tf.float32)])
    def run(x):
        return tf.while_loop(lambda v: tf.reduce_sum(v) < 10.0, lambda v: [v * 2.0 + 1.0], [x])[0]

    return tf.lite.TFLiteConverter.from_concrete_functions([run.get_concrete_function()]).convert()


def metadata_buffer():
    """ModelMetadata with one input (normalisation) and one output (labels), by hand: field ids of metadata_schema.fbs."""
    b = flatbuffers.Builder(256)

    def vector(offsets):
        b.StartVector(4, len(offsets), 4)
        for offset in reversed(offsets):
            b.PrependUOffsetTRelative(offset)
        return b.EndVector()

    def floats(values):
        b.StartVector(4, len(values), 4)
        for value in reversed(values):
            b.PrependFloat32(value)
        return b.EndVector()

    def table(slots, fields):
        b.StartObject(slots)
        for slot, (kind, value) in fields.items():
            if kind == "offset":
                b.PrependUOffsetTRelativeSlot(slot, value, 0)
            else:
                b.PrependUint8Slot(slot, value, 0)
        return b.EndObject()

    mean, std = floats([127.5]), floats([63.75])
    options = table(2, {0: ("offset", mean), 1: ("offset", std)})
    units = vector([table(2, {0: ("byte", 1), 1: ("offset", options)})])
    about_input = b.CreateString("acceleration in g")
    fed = vector([table(7, {1: ("offset", about_input), 4: ("offset", units)})])
    label_name = b.CreateString("labels.txt")
    files = vector([table(4, {0: ("offset", label_name), 2: ("byte", 2)})])
    about_output = b.CreateString("gesture")
    read = vector([table(7, {1: ("offset", about_output), 6: ("offset", files)})])
    subgraphs = vector([table(7, {2: ("offset", fed), 3: ("offset", read)})])
    name, author = b.CreateString("Gestures"), b.CreateString("A. Author")
    root = table(8, {0: ("offset", name), 3: ("offset", subgraphs), 4: ("offset", author)})
    b.Finish(root, b"M001")
    return bytes(b.Output())


def with_metadata(path):
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(bytearray(convert("dense", "int8")), 0))
    buffer = schema.BufferT()
    buffer.data = np.frombuffer(metadata_buffer(), dtype=np.uint8)
    model.buffers.append(buffer)
    entry = schema.MetadataT()
    entry.name, entry.buffer = "TFLITE_METADATA", len(model.buffers) - 1
    model.metadata = [*(model.metadata or []), entry]
    builder = flatbuffers.Builder(1024)
    builder.Finish(model.Pack(builder), b"TFL3")
    with open(path, "wb") as file:
        file.write(builder.Output())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("labels.txt", "left\nright\nnone\n")


def make(folder):
    made = []

    def write(name, content):
        made.append(os.path.join(folder, f"{name}.tflite"))
        with open(made[-1], "wb") as file:
            file.write(content)

    for name in NETS:
        modes = ["float", "int8", "dynamic", "float16"]
        for mode in modes if name == "conv1d" else [*modes, "int16x8"]:
            write(f"{name}_{mode}", convert(name, mode))
    write("lstm", lstm())
    write("two_signatures", two_signatures())
    write("while", control_flow())
    made.append(os.path.join(folder, "metadata.tflite"))
    with_metadata(made[-1])
    return made


TYPES = {value: name for name, value in vars(schema.TensorType).items() if not name.startswith("_")}
OPERATORS = {value: name for name, value in vars(schema.BuiltinOperator).items() if not name.startswith("_")}


def text(value):
    return value.decode("utf-8", "replace") if value else ""


def numbers(values):
    return [] if values is None or isinstance(values, int) else [float(v) for v in values]


def whole(values):
    return [] if values is None or isinstance(values, int) else [int(v) for v in values]


def read(path):
    with open(path, "rb") as file:
        model = schema.Model.GetRootAsModel(bytearray(file.read()), 0)
    subgraphs = []
    for s in range(model.SubgraphsLength()):
        graph = model.Subgraphs(s)
        tensors = []
        for t in range(graph.TensorsLength()):
            tensor = graph.Tensors(t)
            q = tensor.Quantization()
            tensors.append(
                {
                    "index": t,
                    "name": text(tensor.Name()),
                    "type": TYPES[tensor.Type()],
                    "shape": whole(tensor.ShapeAsNumpy()),
                    "scale": numbers(q.ScaleAsNumpy()) if q else [],
                    "zeroPoint": whole(q.ZeroPointAsNumpy()) if q else [],
                }
            )
        operators = []
        for o in range(graph.OperatorsLength()):
            operator = graph.Operators(o)
            code = model.OperatorCodes(operator.OpcodeIndex())
            operators.append(
                {
                    "index": o,
                    "name": OPERATORS[max(code.DeprecatedBuiltinCode(), code.BuiltinCode())],
                    "version": code.Version(),
                    "inputs": whole(operator.InputsAsNumpy()),
                    "outputs": whole(operator.OutputsAsNumpy()),
                }
            )
        subgraphs.append(
            {
                "name": text(graph.Name()),
                "inputs": whole(graph.InputsAsNumpy()),
                "outputs": whole(graph.OutputsAsNumpy()),
                "tensors": tensors,
                "operators": operators,
            }
        )
    return {"version": model.Version(), "description": text(model.Description()), "subgraphs": subgraphs}


question = json.load(sys.stdin)
stdout = os.dup(1)
os.dup2(2, 1)  # TensorFlow talks on stdout too.
made = make(question["make"]) if question["make"] else []
answer = {"made": made, "models": {path: read(path) for path in [*question["read"], *made]}}
with os.fdopen(stdout, "w") as out:
    json.dump(answer, out)
